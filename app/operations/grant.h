// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "policy/decision.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oxp {

struct OperationRequest;

/// That one requirement of a decision is met: by whom, when, and for which request. Pure values; any thread.
struct Grant {
  enum class Kind {
    Consent,        ///< the person at the keyboard agreed in a dialog
    Authentication, ///< and proved who they are
    Approval,       ///< somebody else agreed
  };
  static constexpr qint64 LifetimeMs = 5LL * 60 * 1000;

  Kind kind = Kind::Consent;
  QByteArray requestHash; ///< of the request that it was given for; it holds for no other
  QString who;            ///< name@host
  qint64 at = 0;          ///< ms since the epoch
  QByteArray proof;       ///< what was done; of a consent as proofOf() says it

  bool operator==(const Grant &) const = default;
};

/// What the person did in a dialog before a write.
struct Answer {
  std::vector<QByteArray> ticked; ///< words of Requirement::Kind::Tick
  QByteArray typed;
  QString reason;

  bool operator==(const Answer &) const = default;
};

/// How a consent says that it meets a requirement, such as `Tick running`.
QByteArray proofOf(const policy::Requirement &requirement);

/// The grants that an answer is worth, one for each requirement that it meets. `at`: when it was given, ms.
std::vector<Grant> consents(const Answer &answer, const QByteArray &requestHash, const QString &who,
                            qint64 at);

/// Why a decision refuses, or asks for what no dialog can collect; nothing where somebody may be asked.
std::optional<Error> refusalOf(const policy::Decision &decision);

/// Nothing when the request may run: each requirement is met by a grant that was given for just this request,
/// not more than LifetimeMs ago, by the right one. Consent and authentication are `author`'s own, an approval
/// is somebody else's. `now` in ms since the epoch.
std::optional<Error> missingGrant(const policy::Decision &decision, const OperationRequest &request,
                                  const QString &author, qint64 now);

} // namespace oxp
