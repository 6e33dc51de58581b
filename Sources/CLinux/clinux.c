#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SO_PEERGROUPS
#define SO_PEERGROUPS 59
#endif

_Static_assert(CLINUX_EVENT_OVERFLOW == IN_Q_OVERFLOW, "inotify");
_Static_assert(CLINUX_EVENT_IGNORED == IN_IGNORED, "inotify");
_Static_assert(CLINUX_EVENT_UNMOUNTED == IN_UNMOUNT, "inotify");
_Static_assert(CLINUX_EVENT_SELF_DELETED == IN_DELETE_SELF, "inotify");
_Static_assert(CLINUX_EVENT_SELF_MOVED == IN_MOVE_SELF, "inotify");
_Static_assert(sizeof(gid_t) == sizeof(uint32_t), "gid_t");

int clinux_accept(int listener) {
  return accept4(listener, NULL, NULL, SOCK_CLOEXEC);
}

int clinux_peer_credentials(int socket, uint32_t *uid, uint32_t *gid) {
  struct ucred credentials;
  socklen_t size = sizeof credentials;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) < 0) return -1;
  // What is not the peer's whole identity is nobody's.
  if (size != sizeof credentials || credentials.uid == (uid_t)-1 || credentials.gid == (gid_t)-1) {
    errno = EINVAL;
    return -1;
  }
  *uid = credentials.uid;
  *gid = credentials.gid;
  return 0;
}

int clinux_peer_groups(int socket, uint32_t *groups, uint32_t *bytes) {
  socklen_t size = *bytes;
  int result = getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups, &size);
  *bytes = size;
  return result;
}

int clinux_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to) {
  return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}

ssize_t clinux_directory_entries(int directory, void *buffer, size_t size) {
  return syscall(SYS_getdents64, directory, buffer, size);
}

ssize_t clinux_random(void *buffer, size_t size) {
  return getrandom(buffer, size, 0);
}

int clinux_terminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int clinux_terminal_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  int result = ioctl(descriptor, TIOCGWINSZ, &size);
  if (result == 0) {
    *rows = size.ws_row;
    *columns = size.ws_col;
  }
  return result;
}

int clinux_signal_descriptor(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

int clinux_next_signal(int descriptor) {
  struct signalfd_siginfo information;
  ssize_t size = read(descriptor, &information, sizeof information);
  return size == sizeof information ? (int)information.ssi_signo : -1;
}

int clinux_terminal_rows(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

int clinux_pipe(int ends[2]) {
  return pipe2(ends, O_CLOEXEC);
}

void *clinux_ignore_signal(int number) {
  return (void *)signal(number, SIG_IGN);
}

void clinux_handle_signal(int number, void *handler) {
  (void)signal(number, (void (*)(int))handler);
}

void clinux_name_thread(const char *name) {
  (void)prctl(PR_SET_NAME, name, 0, 0, 0);
}

int clinux_inotify(void) {
  return inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
}

int clinux_inotify_watch_directory(int inotify, const char *path) {
  return inotify_add_watch(
    inotify, path,
    IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
}

int clinux_eventfd(void) {
  return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

long clinux_raise_open_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) < 0) return -1;
  rlim_t wanted = limit.rlim_max < 1000000 ? limit.rlim_max : 1000000;
  if (limit.rlim_cur < wanted) {
    limit.rlim_cur = wanted;
    if (setrlimit(RLIMIT_NOFILE, &limit) < 0) return -1;
  }
  return (long)wanted;
}

const int clinux_path_only = O_PATH;

int clinux_sync_file_system(int descriptor) {
  return syncfs(descriptor);
}

int clinux_wall_timer(void) {
  return timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
}

int clinux_wall_timer_set(int timer, int64_t seconds, int64_t nanoseconds) {
  struct itimerspec when = {.it_value = {.tv_sec = seconds, .tv_nsec = nanoseconds}};
  return timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
}
