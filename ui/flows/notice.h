// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/errortext.h"

#include <QString>
#include <QStringList>

namespace oxp {

/// Something to tell in a banner: what happened, what did not change, and what helps.
struct Notice {
  enum class Kind { Info, Ok, Warn, Error };
  Kind kind = Kind::Info;
  QString what;    ///< bold
  QString rest;    ///< plain
  QStringList buttons; ///< at most two; their texts come back with the press

  bool operator==(const Notice &) const = default;

  static Notice of(const Error &error, Doing doing) {
    const ErrorText text = errorText(error, doing);
    Notice notice{Kind::Error, text.headline, text.effect, {}};
    if (!text.remedy.isEmpty())
      notice.rest += (notice.rest.isEmpty() ? QString() : QStringLiteral(" ")) + text.remedy;
    return notice;
  }
};

} // namespace oxp
