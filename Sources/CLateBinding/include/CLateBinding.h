/* Functions of libraries that are loaded when the first of them is called.

   libav and libcurl bring some hundred and fifty libraries along, and loading
   them is most of what it takes to start a program. Here every function of
   theirs that the program calls is a jump through a table: its first call loads
   the library, looks the function up and goes on there, and later calls go
   there at once. So the loader's work is done where it is needed, beside the
   first screen and not before it.

   The functions keep the names and types of the libraries' own headers, and
   are hidden: what the libraries call in each other is their own. A function
   that is missing in the lists here is an undefined symbol when the program is
   linked. Any thread may call at any time. */
#ifndef CLATEBINDING_H
#define CLATEBINDING_H
#endif
