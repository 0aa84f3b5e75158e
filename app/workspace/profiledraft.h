// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "workspace/connectionline.h"
#include "workspace/profile.h"

namespace oxp {

/// What an environment was guessed by; it is told with the guess.
enum class EnvironmentBasis {
  Said,     ///< the text itself says it
  NodeEnv,  ///< NODE_ENV or a setting like it
  HostName, ///< a word of the host's name
  Loopback, ///< this machine
  Careful,  ///< nothing: production asks most
};

struct EnvironmentGuess {
  Environment environment = Environment::Production;
  EnvironmentBasis basis = EnvironmentBasis::Careful;

  bool operator==(const EnvironmentGuess &) const = default;
};

EnvironmentGuess guessEnvironment(const ConnectionLine &line);

/// A file that a text names, from the root on: what is relative is looked for in this program's working
/// directory, which is another one at the next start. Empty stays empty.
QString wholePath(const QString &path);

/// A profile to be, out of what somebody pasted: with a name, an environment and a role that fit, and all
/// prefixes where the text names none. Its files have whole paths.
struct ProfileDraft {
  Profile profile;
  SecretString password;
  EnvironmentBasis basis = EnvironmentBasis::Careful;
};
ProfileDraft draftProfile(const ConnectionLine &line);

} // namespace oxp
