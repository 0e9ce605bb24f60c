/* A library that is loaded late, as the lists in assembler name it. */
#ifndef BINDING_H
#define BINDING_H

#ifndef __ASSEMBLER__
struct late_library {
    const char *file;
    void *_Atomic handle;
    /* Called with the library once it is loaded; may be null. */
    void (*begin)(void *handle);
};

/* What the stub of a function hands to `late_find`. */
struct late_function {
    void *_Atomic address;
    const char *name;
    struct late_library *library;
};

/* Returns where the function is, and notes it. Never returns when it is nowhere. */
__attribute__((visibility("hidden"))) void *late_find(struct late_function *function);
#endif

#endif
