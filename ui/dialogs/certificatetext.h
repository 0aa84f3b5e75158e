// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/certificateproblem.h"

#include <QString>

#include <array>

namespace oxp {

/// One check of a certificate in words.
struct CheckText {
  QString check;
  bool passed = true;
  QString finding; ///< begins with the fact
};

/// All four, in the order of the dialog. `ownAuthority`: the profile names a CA file.
std::array<CheckText, 4> checkTexts(const CertificateProblem &problem, bool ownAuthority);
/// A fact and how it is called; the fingerprint is not among them.
struct CertificateFactText {
  QString label;
  QString text;
};
std::array<CertificateFactText, 4> factTexts(const CertificateFacts &facts);
/// `7A:1C:…`, 16 bytes a line.
QStringList fingerprintLines(const QByteArray &sha256);
/// `2026-12-03`, in UTC as certificates have it.
QString certificateDate(qint64 ms);
/// All that the dialog shows, to be sent to whoever runs the server.
QString certificateDetails(const CertificateProblem &problem, const QString &server, bool ownAuthority);

} // namespace oxp
