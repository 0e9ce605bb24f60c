"""Prints how many jobs the barest statements claim and complete in a second: DIRECTORY BATCH SECONDS.

After it stand the microseconds of CPU a job, by the tenth of the turns that cost the least.
"""
import os
import sqlite3
import sys
import time

directory, batch, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
path = f"{directory}/raw-{os.getpid()}.db"
base = sqlite3.connect(path, isolation_level=None)
base.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
base.execute("CREATE TABLE job (id INTEGER PRIMARY KEY, state TEXT, owner TEXT, at INTEGER)")
base.execute("CREATE INDEX turn ON job (id) WHERE state = 'available'")
base.execute("BEGIN")
base.executemany("INSERT INTO job (state) VALUES (?)", [("available",)] * int(seconds * 60_000 if batch > 1 else seconds * 8000))
base.execute("COMMIT")
claim = """UPDATE job SET state = 'running', owner = 'me', at = 1
    WHERE id IN (SELECT id FROM job WHERE state = 'available' ORDER BY id LIMIT ?) RETURNING id"""
costs, done, start = [], 0, time.perf_counter()
while time.perf_counter() - start < seconds:
    spent = time.thread_time()
    base.execute("BEGIN IMMEDIATE")
    ids = [row[0] for row in base.execute(claim, (batch,))]
    base.execute("COMMIT")
    if not ids:
        break
    base.execute("BEGIN IMMEDIATE")
    marks = ",".join("?" * len(ids))
    base.execute(f"UPDATE job SET state = 'completed', owner = NULL WHERE id IN ({marks})", ids)
    base.execute("COMMIT")
    done += len(ids)
    costs.append((time.thread_time() - spent) / len(ids) * 1e6)
costs.sort()
print(round(done / (time.perf_counter() - start)), round(costs[len(costs) // 10], 1))
os.remove(path)
