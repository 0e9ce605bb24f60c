"""Runs commands in turn, some rounds of them; prints a line for each.

A line is the least CPU seconds, the least wall seconds and the most memory in MB. In turn, because
what else the machine does then weighs on all of them alike; the least, because it only ever adds.

As a program: least.py ROUNDS FILE, where each line of FILE is a command for the shell.
"""

import os
import subprocess
import sys
import time

rounds = int(sys.argv[1])
with open(sys.argv[2]) as file:
    commands = [line.strip() for line in file if line.strip()]
cpu, wall, memory = ([[] for _ in commands] for _ in range(3))
for _ in range(rounds):
    for number, command in enumerate(commands):
        started = time.monotonic()
        child = subprocess.Popen(["bash", "-c", "exec " + command], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall[number].append(time.monotonic() - started)
        cpu[number].append(usage.ru_utime + usage.ru_stime)
        memory[number].append(usage.ru_maxrss / 1000)
        if status != 0:
            sys.exit(f"failed: {command}")
for number in range(len(commands)):
    print(min(cpu[number]), min(wall[number]), max(memory[number]))
