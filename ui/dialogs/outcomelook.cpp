// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/outcomelook.h"

#include <QCoreApplication>

namespace oxp::outcomelook {
namespace {

struct OutcomeLook {
  Q_DECLARE_TR_FUNCTIONS(OutcomeLook)
};

using Kind = edits::TrialOutcome::Kind;

} // namespace

IconId iconOf(Kind kind) {
  switch (kind) {
  case Kind::Changes:
    return IconId::Edit;
  case Kind::Stays:
    return IconId::Skip;
  case Kind::Refused:
    break;
  }
  return IconId::Failed;
}

Tint tintOf(Kind kind) {
  switch (kind) {
  case Kind::Changes:
    return Tint::Accent;
  case Kind::Stays:
    return Tint::Text2;
  case Kind::Refused:
    break;
  }
  return Tint::Failed;
}

QString word(Kind kind) {
  switch (kind) {
  case Kind::Changes:
    return OutcomeLook::tr("would change");
  case Kind::Stays:
    return OutcomeLook::tr("unchanged");
  case Kind::Refused:
    break;
  }
  return OutcomeLook::tr("refused");
}

QString words(Kind kind) {
  switch (kind) {
  case Kind::Changes:
    return OutcomeLook::tr("would change");
  case Kind::Stays:
    return OutcomeLook::tr("stay as they are: they look like this already");
  case Kind::Refused:
    break;
  }
  return OutcomeLook::tr("would be refused");
}

} // namespace oxp::outcomelook
