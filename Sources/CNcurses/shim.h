/* Swift cannot import ncurses' globals, its attribute macros, or variadic calls. */
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <locale.h>
#include <ncurses.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <wchar.h>

/* Hidden without _XOPEN_SOURCE, which the prebuilt Glibc module lacks. */
extern int wcwidth(wchar_t);

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

#endif
