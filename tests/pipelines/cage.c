/* What a document that has taken its worker over could try, tried from inside: the worker
 * is the real one, given documents by the real crew; only its work is not heed's. Each
 * attempt that is let through leaves "through" in the records. */

#include "tests/pipelines/rig.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static gchar *victim; /* a file that nobody may write */
static guint16 port;  /* somebody listens here on loopback */
static gint secret;   /* a file that the parent has open */

/* Each returns whether it had its way. */

static gboolean
read_passwd (void)
{
  gint fd = open ("/etc/passwd", O_RDONLY);
  gchar byte;

  return fd >= 0 && read (fd, &byte, 1) == 1;
}

static gboolean
is_open (gint fd)
{
  return fd >= 0 && close (fd) == 0;
}

static gboolean
write_file (void)
{
  return is_open (g_creat (victim, 0600));
}

static gboolean
append_to_file (void)
{
  return is_open (open (victim, O_RDWR));
}

static gboolean
make_file (void)
{
  g_autofree gchar *name = g_strconcat (victim, ".new", NULL);

  return is_open (open (name, O_RDWR | O_CREAT | O_EXCL, 0600));
}

static gboolean
remove_file (void)
{
  return unlink (victim) == 0;
}

static gboolean
connect_to_loopback (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (port) };
  gint fd = socket (AF_INET, SOCK_STREAM, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  return fd >= 0 && connect (fd, (struct sockaddr *)&address, sizeof address) == 0;
}

static gboolean
start_shell (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      execl ("/bin/sh", "sh", "-c", ":", NULL);
      _exit (127);
    }
  return pid > 0;
}

static gboolean
become_shell (void)
{
  execl ("/bin/sh", "sh", "-c", "kill -KILL $$", NULL);
  return FALSE;
}

/* Of nobody: outside the cage, to trace the parent would stop it. */
static gboolean
trace_another (void)
{
  return ptrace (PTRACE_ATTACH, G_MAXINT, NULL, NULL) == 0;
}

static gboolean
end_parent (void)
{
  return kill (getppid (), 0) == 0;
}

static gboolean
use_open_file (void)
{
  gchar byte;

  return pread (secret, &byte, 1, 0) == 1;
}

typedef struct
{
  const gchar *name;
  gboolean (*attempt) (void); /* NULL: an honest document */
  gboolean deadly; /* it ends the process; others are only refused, as the cage does where
                      a library may try the same */
} Attempt;

static const Attempt attempts[] = {
  { "before", NULL, FALSE },
  { "read /etc/passwd", read_passwd, FALSE },
  { "write a file", write_file, TRUE },
  { "open a file to write", append_to_file, FALSE },
  { "make a file", make_file, FALSE },
  { "connect to loopback", connect_to_loopback, TRUE },
  { "start a shell", start_shell, TRUE },
  { "become a shell", become_shell, TRUE },
  { "trace another", trace_another, TRUE },
  { "signal its parent", end_parent, TRUE },
  { "use a file of its parent", use_open_file, FALSE },
  { "remove a file", remove_file, FALSE },
  { "after", NULL, FALSE },
};

/* In the worker: an attempt that was only refused gives up as an exploit would. */
static void
try (const WorkerTask *task, GString *out, WorkerYield *ret_yield, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (strcmp (attempts[i].name, task->source) == 0 && attempts[i].attempt != NULL)
      {
        if (!attempts[i].attempt ())
          abort ();
        g_string_append (out, "through\n");
        return;
      }
  g_string_append (out, "honest\n");
}

/* The results of all attempts, a line each. (transfer full) */
static gchar **
run (SandboxMode mode)
{
  const WorkerLimits limits = { .seconds = 30, .sandbox = mode };
  const gchar *names[G_N_ELEMENTS (attempts)];

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    names[i] = attempts[i].name;
  return rig_run (names, G_N_ELEMENTS (names), &limits, try);
}

static void
test_caged (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  if (!sandbox_check (SANDBOX_REQUIRE, &error))
    {
      g_test_skip (error->message);
      return;
    }
  lines = run (SANDBOX_REQUIRE);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("%s: %s", attempts[i].name, lines[i]);
      if (attempts[i].attempt == NULL)
        g_assert_cmpstr (lines[i], ==, "honest");
      else
        g_assert_nonnull (strstr (lines[i], "\"reason\":\"crash\""));
      g_assert_true ((strstr (lines[i], "the sandbox forbids") != NULL)
                     == attempts[i].deadly);
    }
  g_assert_true (g_file_test (victim, G_FILE_TEST_EXISTS));
}

/* That they are stopped is the cage's doing: outside it they go through. */
static void
test_at_large (void)
{
  static const gchar *const free_to[] = { "read /etc/passwd", "open a file to write",
                                          "make a file",      "connect to loopback",
                                          "start a shell",    "signal its parent",
                                          "remove a file",    NULL };
  g_auto (GStrv) lines = run (SANDBOX_OFF);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (g_strv_contains (free_to, attempts[i].name))
      g_assert_cmpstr (lines[i], ==, "through");
}

/* What is open in the parent is closed in its workers, caged or not. */
static void
test_open_file (void)
{
  g_auto (GStrv) lines = run (SANDBOX_OFF);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (strcmp (attempts[i].name, "use a file of its parent") == 0)
      g_assert_nonnull (strstr (lines[i], "\"reason\":\"crash\""));
}

/* As much as this kernel has, and never an error. */
static void
test_auto (void)
{
  g_auto (GStrv) lines = run (SANDBOX_AUTO);

  g_assert_cmpstr (lines[0], ==, "honest");
  g_assert_cmpstr (lines[G_N_ELEMENTS (attempts) - 1], ==, "honest");
}

static gint
listen_on_loopback (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  socklen_t size = sizeof address;
  gint fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  g_assert_cmpint (bind (fd, (struct sockaddr *)&address, sizeof address), ==, 0);
  g_assert_cmpint (listen (fd, 8), ==, 0);
  g_assert_cmpint (getsockname (fd, (struct sockaddr *)&address, &size), ==, 0);
  port = ntohs (address.sin_port);
  return fd;
}

int
main (int argc, char **argv)
{
  g_autofree gchar *made = NULL;
  gint listener, status;

  g_test_init (&argc, &argv, NULL);
  close (g_file_open_tmp ("heed-cage-XXXXXX", &victim, NULL));
  made = g_strconcat (victim, ".new", NULL);
  g_assert_true (g_file_set_contents (victim, "secret", -1, NULL));
  secret = open (victim, O_RDONLY | O_CLOEXEC);
  listener = listen_on_loopback ();
  g_test_add_func ("/cage/caged", test_caged);
  g_test_add_func ("/cage/auto", test_auto);
  g_test_add_func ("/cage/at-large", test_at_large);
  g_test_add_func ("/cage/open-file", test_open_file);
  status = g_test_run ();
  close (listener);
  close (secret);
  g_unlink (victim);
  g_unlink (made);
  g_free (victim);
  return status;
}
