// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oxp {

/// What a profile's Redis is used for. Decides the band's colour and how much a write asks.
enum class Environment { Local, Staging, Production };

/// What the person may do on a profile, as a name for a set of capabilities (policy/capability.h). A Viewer's
/// sessions cannot send a write verb.
enum class Role { Viewer, Operator };

} // namespace oxp
