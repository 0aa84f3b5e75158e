// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sessionstatus.h"

namespace oxp {

const char *sessionStateName(SessionStatus::State state) {
  switch (state) {
  case SessionStatus::State::Disconnected:
    return "Disconnected";
  case SessionStatus::State::Connecting:
    return "Connecting";
  case SessionStatus::State::Connected:
    return "Connected";
  case SessionStatus::State::Waiting:
    return "Waiting";
  case SessionStatus::State::NeedsPassword:
    return "NeedsPassword";
  case SessionStatus::State::Refused:
    return "Refused";
  case SessionStatus::State::Loading:
    return "Loading";
  case SessionStatus::State::Failed:
    return "Failed";
  }
  return "";
}

} // namespace oxp
