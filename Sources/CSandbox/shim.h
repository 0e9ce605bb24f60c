/* Swift sees neither prctl and syscall, which take any number of arguments, nor the macros of seccomp's filters. */
#ifndef CSANDBOX_SHIM_H
#define CSANDBOX_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The instruction set that the numbers of system calls belong to. */
#if defined(__x86_64__)
#define CSANDBOX_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define CSANDBOX_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define CSANDBOX_REFUSE(number) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), \
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

/* A pipe that no other child of the process inherits; glibc keeps pipe2 behind a macro. */
static inline int csandbox_pipe(int ends[2]) { return (int)syscall(__NR_pipe2, ends, O_CLOEXEC); }

static inline int csandbox_limit(int resource, unsigned long long most) {
    struct rlimit limit = {most, most};
    return setrlimit(resource, &limit);
}

/* Bytes of address space, seconds of the processor, bytes of a file; and no core left behind. */
static inline int csandbox_limits(
    unsigned long long memory, unsigned long long seconds, unsigned long long file) {
    if (csandbox_limit(RLIMIT_AS, memory)) return -1;
    if (csandbox_limit(RLIMIT_CPU, seconds)) return -1;
    if (csandbox_limit(RLIMIT_FSIZE, file)) return -1;
    return csandbox_limit(RLIMIT_CORE, 0);
}

/* From now on the process opens no socket, runs no program, traces nobody and signals nobody else, and cannot take that
   back. Refused where the kernel has no filters. */
static inline int csandbox_enclose(void) {
#ifdef CSANDBOX_ARCHITECTURE
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CSANDBOX_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#ifdef __x86_64__
        /* The other numbering of the same processor. */
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
        CSANDBOX_REFUSE(__NR_socket),
        CSANDBOX_REFUSE(__NR_socketpair),
        CSANDBOX_REFUSE(__NR_connect),
        CSANDBOX_REFUSE(__NR_execve),
        CSANDBOX_REFUSE(__NR_execveat),
        CSANDBOX_REFUSE(__NR_ptrace),
        CSANDBOX_REFUSE(__NR_kill),
        CSANDBOX_REFUSE(__NR_process_vm_writev),
        CSANDBOX_REFUSE(__NR_bpf),
        CSANDBOX_REFUSE(425), /* io_uring_setup, which opens sockets past this filter */
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof(filter) / sizeof(filter[0]), filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return -1;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#else
    errno = ENOSYS;
    return -1;
#endif
}

#endif
