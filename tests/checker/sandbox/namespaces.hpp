// The namespaces that a program is shut into, where the machine permits it. See
// namespaces(7).
#pragma once

#include <sys/types.h>

/// Like fork(2), into new namespaces; the child is their pid 1.
pid_t fork_into_namespaces();

/// In that child: the same user as outside, and a /proc that shows the
/// namespace. Throws std::system_error if the machine refuses it.
void furnish_namespaces(uid_t uid, gid_t gid);
