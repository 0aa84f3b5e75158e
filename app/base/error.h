// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace oxp {

struct CertificateProblem;

/// Every way in which a call can fail. Closed: a new kind also needs its row in ui/errortext.
enum class ErrorKind {
  Cancelled,        ///< the person or the program took the request back; nothing was done
  Timeout,          ///< no answer in time; nothing was written
  Disconnected,     ///< the server is away or the connection broke before anything was written
  Tls,              ///< the TLS handshake or the certificate failed
  Auth,             ///< user or password refused
  Protocol,         ///< the peer does not speak the protocol as expected
  Server,           ///< the server answered with an error; `code` holds its first word
  NotFound,         ///< the job, queue or record is gone
  WrongState,       ///< the job is not in a state that allows this
  Conflict,         ///< somebody else changed it first; nothing was written
  Invalid,          ///< the input is wrong; `offset` may say where
  Denied,           ///< policy, role or the server's ACL forbids it
  AuditUnavailable, ///< the local record cannot be written, so nothing was changed
  OutcomeUnknown,   ///< bytes went out and no reply came back
  Unsupported,      ///< this server, version or queue family cannot do it
  File,             ///< a file on this machine could not be read or written; `code` says why
};

/// Name of a kind for logs and tests, such as "OutcomeUnknown". Never shown to a person.
const char *errorKindName(ErrorKind kind);
/// The kind of a name; Server for one that is not known.
ErrorKind errorKindOf(const QByteArray &name);

/// A failure as a value. `detail` is English, for logs; what a person reads is made in ui/errortext.
/// Never holds a secret or payload bytes.
struct Error {
  ErrorKind kind = ErrorKind::Server;
  QByteArray code;       ///< the server's first word (OOM, READONLY, NOPERM, …) or a short id of our own
  QString detail;        ///< what happened, in English
  qsizetype offset = -1; ///< byte offset in the input, for Invalid; -1 when it has none
  /// Tls: what is wrong with the server's certificate; null when it is something else.
  std::shared_ptr<const CertificateProblem> certificate = nullptr;

  bool operator==(const Error &other) const;
};

} // namespace oxp
