/* sandbox.c: a process becomes one that can read its document, fonts, and nothing else.
 */

#include "pipelines/sandbox.h"

#include "pipelines/config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/ioctl.h>
#include <unistd.h>

#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif

G_DEFINE_QUARK (sandbox_error_quark, sandbox_error)

/* Landlock: Documentation/userspace-api/landlock.rst of Linux. Debian 12's header is of
 * ABI 2; what came later stands here. */
typedef struct
{
  guint64 files;
  guint64 network; /* ABI 4 */
  guint64 scoped;  /* ABI 6 */
} Ruleset;

#define FILES_1 ((G_GUINT64_CONSTANT (1) << 13) - 1)
#define FILES_REFER (G_GUINT64_CONSTANT (1) << 13)    /* ABI 2 */
#define FILES_TRUNCATE (G_GUINT64_CONSTANT (1) << 14) /* ABI 3 */
#define FILES_IOCTL (G_GUINT64_CONSTANT (1) << 15)    /* ABI 5 */
#define NETWORK_TCP 3                                 /* ABI 4: to bind, to connect */
#define SCOPED_ALL 3 /* ABI 6: abstract sockets, signals */

/* "~" is the user's home. */
static const gchar *const readable[] = {
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  "/usr/share/fontconfig",
  "/etc/fonts",
  "/var/cache/fontconfig",
  "~/.fonts",
  "~/.local/share/fonts",
  "~/.config/fontconfig",
  "~/.cache/fontconfig",
  "/usr/share/poppler",
  "/usr/lib/x86_64-linux-gnu/gconv",
  "/usr/lib/aarch64-linux-gnu/gconv",
  "/usr/lib64/gconv",
  "/usr/lib/gconv",
  "/etc/localtime",
  "/usr/share/zoneinfo",
  "/dev/null",
  "/dev/urandom",
#ifdef __SANITIZE_ADDRESS__
  "/proc/self", /* its report names what is mapped where */
#endif
};

static guint
landlock_version (void)
{
  glong version =
      syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

  return version > 0 ? (guint)version : 0;
}

static void
allow_reading (gint rules, const gchar *path)
{
  g_autofree gchar *full = *path == '~' && g_getenv ("HOME") != NULL
                               ? g_strconcat (g_getenv ("HOME"), path + 1, NULL)
                               : g_strdup (path);
  struct landlock_path_beneath_attr rule = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    .parent_fd = open (full, O_PATH | O_CLOEXEC)
  };
  struct stat status;

  if (rule.parent_fd < 0)
    return; /* not on this machine */
  if (fstat (rule.parent_fd, &status) == 0 && !S_ISDIR (status.st_mode))
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (rule.parent_fd);
}

static gboolean
refuse (const gchar *what, gint code, GError **error)
{
  g_set_error (error, SANDBOX_ERROR, SANDBOX_ERROR_REFUSED, "%s: %s", what,
               g_strerror (code));
  return FALSE;
}

static gboolean
close_file_system (guint version, GError **error)
{
  Ruleset set = { .files = FILES_1 };
  gsize size = version >= 6   ? sizeof set
               : version >= 4 ? G_STRUCT_OFFSET (Ruleset, scoped)
                              : G_STRUCT_OFFSET (Ruleset, network);
  gint rules;
  gboolean ok;

  set.files |= version >= 2 ? FILES_REFER : 0;
  set.files |= version >= 3 ? FILES_TRUNCATE : 0;
  set.files |= version >= 5 ? FILES_IOCTL : 0;
  set.network = version >= 4 ? NETWORK_TCP : 0;
  set.scoped = version >= 6 ? SCOPED_ALL : 0;
  rules = (gint)syscall (SYS_landlock_create_ruleset, &set, size, 0);
  if (rules < 0)
    return refuse ("Landlock", errno, error);
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    allow_reading (rules, readable[i]);
  ok = syscall (SYS_landlock_restrict_self, rules, 0) == 0
       || refuse ("Landlock", errno, error);
  close (rules);
  return ok;
}

#ifdef HAVE_SECCOMP

/* What reading, drawing and tagging a document takes: files that are open, and looking at
 * others; the worker's socket; memory; time, and the process itself. */
static const gchar allowed[] =
    "read readv pread64 write writev pwrite64 lseek close close_range ftruncate "
    "fadvise64 fcntl dup stat fstat lstat newfstatat statx statfs fstatfs access "
    "faccessat faccessat2 readlink readlinkat getcwd getdents64 "
    "recvmsg recvfrom poll ppoll "
    "brk mmap munmap mremap mprotect madvise mincore "
    "clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times futex "
    "sched_yield sched_getaffinity getpid getppid gettid getuid geteuid getgid getegid "
    "getrandom getrusage getrlimit setrlimit sysinfo uname rt_sigaction rt_sigprocmask "
    "rt_sigreturn sigaltstack restart_syscall set_robust_list rseq membarrier exit "
    "exit_group";

/* What only somebody who has taken the process over would do. */
static const gchar deadly[] =
    "execve execveat fork vfork clone clone3 ptrace process_vm_readv process_vm_writev "
    "pidfd_open pidfd_getfd pidfd_send_signal kill tkill rt_sigqueueinfo "
    "rt_tgsigqueueinfo socketpair bind connect listen accept accept4 sendmsg sendmmsg "
    "creat truncate mknod mknodat open_by_handle_at name_to_handle_at mount umount2 "
    "pivot_root chroot unshare setns bpf perf_event_open userfaultfd io_uring_setup "
    "io_uring_enter io_uring_register keyctl add_key request_key init_module "
    "finit_module kexec_load reboot setuid setgid setresuid setresgid capset shmget "
    "shmat shmctl";

/* One rule for each of the words. */
static gint
rule_on_calls (scmp_filter_ctx filter, guint32 action, const gchar *names)
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);
  gint status = 0;

  for (gchar **word = words; *word != NULL && status == 0; word++)
    {
      gint call = seccomp_syscall_resolve_name (*word);

      /* One that this libseccomp has not heard of falls to the rest. */
      if (call != __NR_SCMP_ERROR)
        status = seccomp_rule_add (filter, action, call, 0);
    }
  return status;
}

/* To open for reading is for Landlock to judge. For writing: fontconfig does it with a
 * new file (O_EXCL) and with its cache as it is (O_RDWR), and can do without. */
static guint32
judge_opening (gint access, gint flags)
{
  if (access == O_RDONLY && (flags & (O_CREAT | O_TRUNC)) == 0)
    return SCMP_ACT_ALLOW;
  if ((flags & (O_CREAT | O_EXCL)) == (O_CREAT | O_EXCL)
      || (access == O_RDWR && (flags & (O_CREAT | O_TRUNC)) == 0))
    return SCMP_ACT_ERRNO (EACCES);
  return SCMP_ACT_KILL_PROCESS;
}

static gint
rule_on_opening (scmp_filter_ctx filter, gint call, guint argument)
{
  static const gint accesses[] = { O_RDONLY, O_WRONLY, O_RDWR, O_ACCMODE };
  const gint bits = O_CREAT | O_EXCL | O_TRUNC;
  gint status = 0;

  for (guint i = 0; i < G_N_ELEMENTS (accesses); i++)
    for (guint j = 0; j < 8 && status == 0; j++)
      {
        gint flags = (j & 1 ? O_CREAT : 0) | (j & 2 ? O_EXCL : 0) | (j & 4 ? O_TRUNC : 0);

        status = seccomp_rule_add (filter, judge_opening (accesses[i], flags), call, 1,
                                   SCMP_CMP (argument, SCMP_CMP_MASKED_EQ,
                                             (guint64)(O_ACCMODE | bits),
                                             (guint64)(accesses[i] | flags)));
      }
  return status;
}

static gint
add_rules (scmp_filter_ctx filter)
{
  gint status = rule_on_calls (filter, SCMP_ACT_ALLOW, allowed);

  if (status == 0)
    status = rule_on_calls (filter, SCMP_ACT_KILL_PROCESS, deadly);
  if (status == 0)
    status = rule_on_opening (filter, SCMP_SYS (open), 1);
  if (status == 0)
    status = rule_on_opening (filter, SCMP_SYS (openat), 2);
  /* glibc asks nscd for names of users; nobody asks the network. */
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS (socket), 1,
                               SCMP_A0 (SCMP_CMP_NE, AF_UNIX));
  /* An answer to the parent names no address. */
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (sendto), 1,
                               SCMP_A4 (SCMP_CMP_EQ, 0));
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS (sendto), 1,
                               SCMP_A4 (SCMP_CMP_NE, 0));
  /* Its own limits, its own end, and whether a file is a terminal. */
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1,
                               SCMP_A0 (SCMP_CMP_EQ, 0));
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                               SCMP_A0 (SCMP_CMP_EQ, (guint64)getpid ()));
  if (status == 0)
    status = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (ioctl), 1,
                               SCMP_A1 (SCMP_CMP_EQ, TCGETS));
  return status;
}

static gboolean
close_system_calls (GError **error)
{
  /* glibc tries an older call where a new one is not there. */
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (ENOSYS));
  gint status = filter != NULL ? 0 : -ENOMEM;

  if (status == 0)
    status = seccomp_attr_set (filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
  if (status == 0)
    status = add_rules (filter);
  if (status == 0)
    status = seccomp_load (filter);
  if (filter != NULL)
    seccomp_release (filter);
  /* libseccomp says EFAULT for what goes wrong within it: it had no memory. */
  return status == 0 || refuse ("seccomp", status == -EFAULT ? ENOMEM : -status, error);
}

static gboolean
has_seccomp (void)
{
  return prctl (PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
}

#else

static gboolean
close_system_calls (GError **error)
{
  return refuse ("seccomp", ENOSYS, error);
}

static gboolean
has_seccomp (void)
{
  return FALSE;
}

#endif

gchar *
sandbox_describe (void)
{
  guint version = landlock_version ();
  g_autofree gchar *landlock = version > 0 ? g_strdup_printf ("Landlock %u", version)
                                           : g_strdup ("no Landlock in this kernel");

#ifdef HAVE_SECCOMP
  return g_strdup_printf ("%s, %s", landlock,
                          has_seccomp () ? "seccomp" : "no seccomp in this kernel");
#else
  return g_strdup_printf ("%s, built without seccomp", landlock);
#endif
}

gboolean
sandbox_check (SandboxMode mode, GError **error)
{
  g_autofree gchar *state = NULL;

  if (mode != SANDBOX_REQUIRE || (landlock_version () > 0 && has_seccomp ()))
    return TRUE;
  state = sandbox_describe ();
  g_set_error (error, SANDBOX_ERROR, SANDBOX_ERROR_MISSING, "no whole sandbox here: %s",
               state);
  return FALSE;
}

gboolean
sandbox_enter (SandboxMode mode, GError **error)
{
  guint version;

  if (mode == SANDBOX_OFF)
    return TRUE;
  version = landlock_version ();
  if (!sandbox_check (mode, error))
    return FALSE;
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return refuse ("no new privileges", errno, error);
  return (version == 0 || close_file_system (version, error))
         && (!has_seccomp () || close_system_calls (error));
}
