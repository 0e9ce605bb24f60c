/* Swift cannot import ncurses' globals, its attribute macros, or variadic calls. */
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <errno.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* Hidden without _XOPEN_SOURCE, which the prebuilt Glibc module lacks. */
extern int wcwidth(wchar_t);
/* Hidden for the like reason. */
extern int memfd_create(const char *name, unsigned int flags);

/* The locale whose tables say how wide a character is, apart from the process's own. */
static inline locale_t cncurses_utf8_locale(void) {
    return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

/* Columns of a character, or -1; a null locale means the calling thread's. */
static inline int cncurses_scalar_width(unsigned scalar, locale_t locale) {
    if (!locale) return wcwidth((wchar_t)scalar);
    locale_t before = uselocale(locale);
    int width = wcwidth((wchar_t)scalar);
    uselocale(before);
    return width;
}

static inline WINDOW *cncurses_stdscr(void) { return stdscr; }
static inline WINDOW *cncurses_curscr(void) { return curscr; }
static inline int cncurses_colors(void) { return COLORS; }

static const attr_t cncurses_normal = A_NORMAL;
static const attr_t cncurses_bold = A_BOLD;
static const attr_t cncurses_dim = A_DIM;
static const attr_t cncurses_italic = A_ITALIC;
static const attr_t cncurses_reverse = A_REVERSE;
static const attr_t cncurses_underline = A_UNDERLINE;

/* One cell: base and combining characters, NUL-terminated; the pair may be an extended one. */
static inline int cncurses_put(WINDOW *window, int row, int column, const wchar_t *text,
                               attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
    return mvwadd_wch(window, row, column, &cell);
}

static inline int cncurses_window_size(int descriptor, int *rows, int *columns, int *width,
                                       int *height) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    *width = size.ws_xpixel;
    *height = size.ws_ypixel;
    return 0;
}

/* A file in memory, or null. */
static inline FILE *cncurses_memory_file(void) {
    int descriptor = memfd_create("screen", 1 /* MFD_CLOEXEC */);
    if (descriptor < 0) return NULL;
    FILE *file = fdopen(descriptor, "w+");
    if (!file) close(descriptor);
    return file;
}

/* A screen that writes to a file and never reads. ncurses would catch signals that are not its
 * own here, and ask the file for a size; neither happens. */
static inline SCREEN *cncurses_open(const char *term, FILE *out, FILE *in) {
    static const int signals[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    struct sigaction before[4];
    use_env(FALSE);
    use_tioctl(FALSE);
    for (int i = 0; i < 4; i++) sigaction(signals[i], NULL, &before[i]);
    SCREEN *screen = newterm(term, out, in);
    for (int i = 0; i < 4; i++) sigaction(signals[i], &before[i], NULL);
    return screen;
}

/*
 * Of each signal that is watched its number is written to a pipe, as a byte. The storage is per
 * translation unit: only one file may use these.
 */
enum { cncurses_watch_limit = 65 };

typedef struct {
    volatile sig_atomic_t descriptor; /* 0 when nobody watches */
    struct sigaction before;
} cncurses_watch_storage;

static inline cncurses_watch_storage *cncurses_watch_shared(void) {
    static cncurses_watch_storage storage[cncurses_watch_limit];
    return storage;
}

static inline void cncurses_watch_on_signal(int number) {
    int saved = errno;
    int descriptor = cncurses_watch_shared()[number].descriptor;
    char byte = (char)number;
    /* A full pipe has told of it already. */
    ssize_t count = descriptor > 0 ? write(descriptor, &byte, 1) : 0;
    (void)count;
    errno = saved;
}

static inline void cncurses_watch(int number, int descriptor) {
    if (number <= 0 || number >= cncurses_watch_limit) return;
    cncurses_watch_storage *state = &cncurses_watch_shared()[number];
    int is_first = state->descriptor <= 0;
    state->descriptor = descriptor;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = cncurses_watch_on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, is_first ? &state->before : NULL);
}

/* What the signal did before is what it does again, unless another watch has taken it since. */
static inline void cncurses_unwatch(int number, int descriptor) {
    if (number <= 0 || number >= cncurses_watch_limit) return;
    cncurses_watch_storage *state = &cncurses_watch_shared()[number];
    if (state->descriptor != descriptor) return;
    sigaction(number, &state->before, NULL);
    state->descriptor = 0;
}

/*
 * What puts a terminal right again from within a signal handler. The storage is per translation
 * unit: only one file may use these.
 */
enum { cncurses_restore_limit = 512 };

typedef struct {
    volatile sig_atomic_t armed;
    volatile sig_atomic_t current; /* which of the two texts is whole */
    int descriptor;
    size_t counts[2];
    char texts[2][cncurses_restore_limit];
    struct termios modes;
    struct sigaction before[65];
    char sentence[cncurses_restore_limit];
} cncurses_restore_storage;

/* Swift emits what functions hold, but not a header's variables. */
static inline cncurses_restore_storage *cncurses_restore_shared(void) {
    static cncurses_restore_storage storage;
    return &storage;
}

static inline void cncurses_restore_disarm(void) { cncurses_restore_shared()->armed = 0; }

static inline void cncurses_restore_arm(int descriptor, const struct termios *modes,
                                        const char *text, size_t count) {
    cncurses_restore_storage *state = cncurses_restore_shared();
    int next = 1 - state->current;
    if (count > cncurses_restore_limit) count = cncurses_restore_limit;
    memcpy(state->texts[next], text, count);
    state->counts[next] = count;
    state->modes = *modes;
    state->descriptor = descriptor;
    state->current = next;
    state->armed = 1;
}

/* Writes what it can within half a second; a terminal that is gone is not waited for. */
static inline void cncurses_restore_now(void) {
    cncurses_restore_storage *state = cncurses_restore_shared();
    if (!state->armed) return;
    state->armed = 0;
    int saved = errno, current = state->current;
    const char *text = state->texts[current];
    size_t left = state->counts[current];
    for (int tries = 0; left > 0 && tries < 5;) {
        ssize_t count = write(state->descriptor, text, left);
        if (count > 0) {
            text += count;
            left -= (size_t)count;
        } else if (errno == EAGAIN) {
            struct pollfd wait = {state->descriptor, POLLOUT, 0};
            poll(&wait, 1, 100);
            tries++;
        } else if (errno != EINTR) {
            break;
        }
    }
    /* Answers that are still on their way would be typed to the shell. */
    for (int tries = 0; tries < 4; tries++) {
        struct pollfd wait = {state->descriptor, POLLIN, 0};
        if (poll(&wait, 1, 100) <= 0) break;
        tcflush(state->descriptor, TCIFLUSH);
    }
    tcsetattr(state->descriptor, TCSANOW, &state->modes);
    errno = saved;
}

static inline void cncurses_restore_on_signal(int number, siginfo_t *info, void *context) {
    (void)context;
    cncurses_restore_now();
    cncurses_restore_storage *state = cncurses_restore_shared();
    /* Whoever was to be told before is told now; a fault happens again by itself. */
    sigaction(number, &state->before[number], NULL);
    int is_fault = number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE;
    if (is_fault || number == SIGABRT || number == SIGTRAP) {
        /* The terminal rather than the standard error, which may be a file by now. */
        int output = state->descriptor > 0 ? state->descriptor : STDERR_FILENO;
        ssize_t ignored = write(output, state->sentence, strlen(state->sentence));
        (void)ignored;
    }
    if (!is_fault || info->si_code <= 0) raise(number);
}

/* Catches crashes and the signals that end a program, unless they are ignored. */
static inline void cncurses_restore_install(int keeps_handlers, const char *sentence) {
    cncurses_restore_storage *state = cncurses_restore_shared();
    snprintf(state->sentence, sizeof state->sentence, "%s\r\n", sentence);
    static const int signals[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGFPE, SIGABRT,
                                  SIGTRAP, SIGHUP, SIGTERM, SIGINT, SIGQUIT};
    static char stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack}, present;
    if (sigaltstack(NULL, &present) == 0 && present.ss_flags & SS_DISABLE)
        sigaltstack(&alternate, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = cncurses_restore_on_signal;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        int number = signals[i];
        struct sigaction before;
        sigaction(number, NULL, &before);
        int is_ours = before.sa_flags & SA_SIGINFO &&
                      before.sa_sigaction == cncurses_restore_on_signal;
        int is_ignored = !(before.sa_flags & SA_SIGINFO) && before.sa_handler == SIG_IGN;
        if (is_ours || is_ignored) continue;
        /* Swift's own handler would ask questions on the terminal that was just given back. */
        if (!keeps_handlers) {
            before.sa_handler = SIG_DFL;
            before.sa_flags = 0;
        }
        state->before[number] = before;
        sigaction(number, &action, NULL);
    }
}

#endif
