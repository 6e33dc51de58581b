// The few Linux calls that Swift's Glibc module hides, or that a variadic or macro interface puts out of its reach.
//
// Each function does one system call and nothing else: it returns what the call returns, with errno set on -1.
// Nothing here allocates, keeps state, or is tried again after EINTR: that is LinuxSystem's work.
#ifndef CLINUX_H
#define CLINUX_H

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// accept4 with SOCK_CLOEXEC; the peer's address is not asked for.
int clinux_accept(int listener);

/// SO_PEERCRED without the pid, which is never to be trusted.
int clinux_peer_credentials(int socket, uint32_t *uid, uint32_t *gid);

/// SO_PEERGROUPS. `bytes` holds the size of `groups` on entry, and what was written, or (ERANGE) is needed, on return.
int clinux_peer_groups(int socket, uint32_t *groups, uint32_t *bytes);

/// renameat2 with RENAME_NOREPLACE.
int clinux_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to);

/// getdents64: whole records of struct linux_dirent64.
ssize_t clinux_directory_entries(int directory, void *buffer, size_t size);

/// getrandom without flags.
ssize_t clinux_random(void *buffer, size_t size);

/// TIOCGWINSZ: columns of the terminal, 0 when unknown or not a terminal.
int clinux_terminal_columns(int descriptor);

/// TIOCGWINSZ: lines and columns of the terminal, 0 where it does not tell.
int clinux_terminal_size(int descriptor, int *rows, int *columns);

/// signalfd with SFD_CLOEXEC and SFD_NONBLOCK; the signals are to be blocked by the caller.
int clinux_signal_descriptor(const sigset_t *signals);

/// The number of the next signal that came; -1 with EAGAIN when none did.
int clinux_next_signal(int descriptor);
/// TIOCGWINSZ: rows of the terminal, 0 when unknown or not a terminal.
int clinux_terminal_rows(int descriptor);

/// pipe2 with O_CLOEXEC: the end to read from, then the end to write to.
int clinux_pipe(int ends[2]);

/// signal with SIG_IGN; what handled it before, for clinux_handle_signal.
void *clinux_ignore_signal(int number);

/// signal with a handler that clinux_ignore_signal gave.
void clinux_handle_signal(int number, void *handler);

/// Names the calling thread (at most 15 bytes are kept), for top(1) and gdb(1).
void clinux_name_thread(const char *name);

/// inotify_init1 with IN_CLOEXEC and IN_NONBLOCK.
int clinux_inotify(void);

/// inotify_add_watch for what may bring a new name or end the watch: see DirectoryWatch.
int clinux_inotify_watch_directory(int inotify, const char *path);

/// Bits of an event's mask, as CLINUX_EVENT_… says.
enum {
  CLINUX_EVENT_OVERFLOW = 0x00004000,
  CLINUX_EVENT_IGNORED = 0x00008000,
  CLINUX_EVENT_UNMOUNTED = 0x00002000,
  CLINUX_EVENT_SELF_DELETED = 0x00000400,
  CLINUX_EVENT_SELF_MOVED = 0x00000800,
};

/// eventfd(0) with EFD_CLOEXEC and EFD_NONBLOCK.
int clinux_eventfd(void);

/// timerfd_create on the wall clock, with TFD_CLOEXEC and TFD_NONBLOCK.
int clinux_wall_timer(void);

/// timerfd_settime to that moment of the wall clock; what sets the clock ends it too (TFD_TIMER_CANCEL_ON_SET).
int clinux_wall_timer_set(int timer, int64_t seconds, int64_t nanoseconds);

/* Raises RLIMIT_NOFILE to its hard limit; the limit that then holds, at most a million, or -1. */
long clinux_raise_open_files(void);

/* O_PATH: opens a directory without the right to read it. */
extern const int clinux_path_only;

/* syncfs: everything of the file system that holds the descriptor. */
int clinux_sync_file_system(int descriptor);

#endif
