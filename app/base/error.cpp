// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include "base/certificateproblem.h"

namespace oxp {

bool Error::operator==(const Error &other) const {
  const bool sameCertificate = certificate == other.certificate ||
                               (certificate && other.certificate && *certificate == *other.certificate);
  return kind == other.kind && code == other.code && detail == other.detail && offset == other.offset &&
         sameCertificate;
}

const char *errorKindName(ErrorKind kind) {
  switch (kind) {
  case ErrorKind::Cancelled:
    return "Cancelled";
  case ErrorKind::Timeout:
    return "Timeout";
  case ErrorKind::Disconnected:
    return "Disconnected";
  case ErrorKind::Tls:
    return "Tls";
  case ErrorKind::Auth:
    return "Auth";
  case ErrorKind::Protocol:
    return "Protocol";
  case ErrorKind::Server:
    return "Server";
  case ErrorKind::NotFound:
    return "NotFound";
  case ErrorKind::WrongState:
    return "WrongState";
  case ErrorKind::Conflict:
    return "Conflict";
  case ErrorKind::Invalid:
    return "Invalid";
  case ErrorKind::Denied:
    return "Denied";
  case ErrorKind::AuditUnavailable:
    return "AuditUnavailable";
  case ErrorKind::OutcomeUnknown:
    return "OutcomeUnknown";
  case ErrorKind::Unsupported:
    return "Unsupported";
  case ErrorKind::File:
    return "File";
  }
  return "Unknown";
}

ErrorKind errorKindOf(const QByteArray &name) {
  for (int kind = 0; kind <= int(ErrorKind::File); ++kind)
    if (name == errorKindName(ErrorKind(kind)))
      return ErrorKind(kind);
  return ErrorKind::Server;
}

} // namespace oxp
