/* sandbox.h: the cage that a worker shuts itself into before it sees a byte of a
 * document.
 *
 * Inside, until the process ends:
 * - Landlock (where the kernel has it): of the file system nothing but reading fonts and
 *   their configuration, poppler's tables of characters, iconv's converters and the time
 *   zone; no TCP, no signal to another process.
 * - seccomp: an allow-list of system calls. A program or thread that is started, a socket
 *   of any network, ptrace and its kin, and a file opened for writing end the process
 *   (SIGSYS). What libraries try in passing gets an error and they go on: fontconfig
 * would renew its cache, glibc would ask nscd. So does whatever is not on the list.
 * - no new privileges.
 *
 * What is open stays open: close it first. */

#pragma once

#include <glib.h>

typedef enum
{
  SANDBOX_AUTO,    /* as much of it as there is */
  SANDBOX_REQUIRE, /* all of it, or nothing is done */
  SANDBOX_OFF,
} SandboxMode;

typedef enum
{
  SANDBOX_ERROR_MISSING, /* by kernel or build */
  SANDBOX_ERROR_REFUSED, /* the kernel has it and refuses all the same */
} SandboxError;

#define SANDBOX_ERROR (sandbox_error_quark ())
GQuark sandbox_error_quark (void);

/* What there is, in one line: "Landlock 7, seccomp". (transfer full) */
gchar *sandbox_describe (void);

/* FALSE and error if mode asks for what there is not. */
gboolean sandbox_check (SandboxMode mode, GError **error);

/* Shuts the calling process in, for good. FALSE and error if mode asks for what cannot be
 * had; the process may be half caged then and should end. */
gboolean sandbox_enter (SandboxMode mode, GError **error);
