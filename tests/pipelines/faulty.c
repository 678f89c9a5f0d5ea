/* faulty.c: a C library where something goes wrong, to be preloaded.
 *
 * HEED_FAULT says what, at which call, counted from 1, in the parent or in each worker:
 *
 *     parent:write:3:ENOSPC      the third write () of the parent finds the disk full
 *     parent:write:3:EINTR       … is interrupted by a signal
 *     parent:write:3:short       … writes half of what it is given
 *     worker:malloc:1000:ENOMEM  the thousandth allocation of each worker fails
 *     worker:send:1:KILL         the worker is killed at its first answer
 *
 * In a worker malloc is counted from its first document on. Calls: write, pwrite, read,
 * recvmsg, send, malloc (calloc and realloc are counted with it), fsync (fdatasync with
 * it), rename. */

/* Both pwrite () and pwrite64 () are to be had here. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static struct
{
  pid_t parent;
  int in_worker;
  char call[16];
  long at;
  char kind[16];
  long count;
  int begun; /* has been given a document */
} fault;

/* Nothing in here may allocate. */
static void
copy_word (const char **from, char *to, size_t size)
{
  size_t n = strcspn (*from, ":");

  if (n >= size)
    n = size - 1;
  memcpy (to, *from, n);
  to[n] = '\0';
  *from += strcspn (*from, ":");
  if (**from == ':')
    (*from)++;
}

__attribute__ ((constructor)) static void
read_fault (void)
{
  const char *text = getenv ("HEED_FAULT");
  char who[16];

  fault.parent = getpid ();
  if (text == NULL)
    return;
  copy_word (&text, who, sizeof who);
  fault.in_worker = strcmp (who, "worker") == 0;
  copy_word (&text, fault.call, sizeof fault.call);
  fault.at = strtol (text, NULL, 10);
  text += strcspn (text, ":") + 1;
  copy_word (&text, fault.kind, sizeof fault.kind);
}

/* Whether this call is the one. A killed process does not come back. */
static int
strikes (const char *call)
{
  if (strcmp (call, "recvmsg") == 0)
    fault.begun = getpid () != fault.parent;
  if (fault.at == 0 || strcmp (fault.call, call) != 0
      || (fault.in_worker && call[0] == 'm' && !fault.begun)
      || (getpid () != fault.parent) != fault.in_worker || ++fault.count != fault.at)
    return 0;
  if (strcmp (fault.kind, "KILL") == 0)
    syscall (SYS_exit_group, 137);
  errno = strcmp (fault.kind, "ENOSPC") == 0  ? ENOSPC
          : strcmp (fault.kind, "EINTR") == 0 ? EINTR
          : strcmp (fault.kind, "EIO") == 0   ? EIO
                                              : ENOMEM;
  return strcmp (fault.kind, "short") == 0 ? 2 : 1;
}

ssize_t
write (int fd, const void *bytes, size_t n)
{
  int struck = fd > 2 || fd == 1 ? strikes ("write") : 0;

  if (struck == 1)
    return -1;
  return syscall (SYS_write, fd, bytes, struck == 2 && n > 1 ? n / 2 : n);
}

ssize_t
pwrite (int fd, const void *bytes, size_t n, off_t at)
{
  int struck = strikes ("pwrite");

  if (struck == 1)
    return -1;
  return syscall (SYS_pwrite64, fd, bytes, struck == 2 && n > 1 ? n / 2 : n, at);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t n, off_t at)
{
  return pwrite (fd, bytes, n, at);
}

ssize_t
read (int fd, void *bytes, size_t n)
{
  int struck = strikes ("read");

  if (struck == 1)
    return -1;
  return syscall (SYS_read, fd, bytes, struck == 2 && n > 1 ? n / 2 : n);
}

ssize_t
recvmsg (int fd, struct msghdr *message, int flags)
{
  return strikes ("recvmsg") ? -1 : syscall (SYS_recvmsg, fd, message, flags);
}

ssize_t
send (int fd, const void *bytes, size_t n, int flags)
{
  return strikes ("send") ? -1 : syscall (SYS_sendto, fd, bytes, n, flags, NULL, 0);
}

int
fsync (int fd)
{
  return strikes ("fsync") ? -1 : (int)syscall (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  return strikes ("fsync") ? -1 : (int)syscall (SYS_fdatasync, fd);
}

int
rename (const char *from, const char *to)
{
  return strikes ("rename") ? -1 : (int)syscall (SYS_renameat2, -100, from, -100, to, 0);
}

/* That of the program's own allocator, where it has one, or of the C library. */
static void *
find_next (void **function, const char *name)
{
  if (*function == NULL)
    *function = dlsym (RTLD_NEXT, name);
  return *function;
}

void *
malloc (size_t size)
{
  static void *next;
  void *(*function) (size_t) = find_next (&next, "malloc");

  return strikes ("malloc") ? NULL : function (size);
}

void *
calloc (size_t n, size_t size)
{
  static void *next;
  void *(*function) (size_t, size_t) = find_next (&next, "calloc");

  return strikes ("malloc") ? NULL : function (n, size);
}

void *
realloc (void *old, size_t size)
{
  static void *next;
  void *(*function) (void *, size_t) = find_next (&next, "realloc");

  return strikes ("malloc") ? NULL : function (old, size);
}
