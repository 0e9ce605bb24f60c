/* The stub of one function: LATE name, library.

   It jumps to the address in its record, which at first is that of its own
   second half: this hands the record to `late_enter`, where the arguments are
   put aside while the function is looked for. Only registers that no call of
   the platform's convention carries arguments in are touched (System V AMD64
   3.2.3; AAPCS64 6.1.1). */
#ifdef __x86_64__

.macro LATE name, library
    .text
    .p2align 4
    .globl \name
    .hidden \name
    .type \name, @function
\name:
    .cfi_startproc
    jmp *.Lrecord_\name(%rip)
.Lfirst_\name:
    leaq .Lrecord_\name(%rip), %r11
    jmp late_enter
    .cfi_endproc
    .size \name, . - \name
    RECORD \name, \library
.endm

#elif defined(__aarch64__)

.macro LATE name, library
    .text
    .p2align 4
    .globl \name
    .hidden \name
    .type \name, %function
\name:
    .cfi_startproc
    adrp x17, .Lrecord_\name
    add x17, x17, :lo12:.Lrecord_\name
    ldr x16, [x17]
    br x16
.Lfirst_\name:
    b late_enter
    .cfi_endproc
    .size \name, . - \name
    RECORD \name, \library
.endm

#else
#error "The stubs of late libraries are written for x86-64 and AArch64; add this machine's to stub.h and enter.S."
#endif

/* A `late_function`. */
.macro RECORD name, library
    .section .rodata.late, "a"
.Lname_\name:
    .asciz "\name"
    .data
    .p2align 3
.Lrecord_\name:
    .quad .Lfirst_\name
    .quad .Lname_\name
    .quad late_\library
.endm
