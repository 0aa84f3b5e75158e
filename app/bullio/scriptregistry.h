// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queue.h"

#include <QByteArray>

#include <stop_token>
#include <vector>

namespace oxp {

struct Reply;
class WriteSession;

/// One Lua script of a library, or of ours.
struct Script {
  QByteArray name;
  int keyCount = 0;
  QByteArray sha1; ///< lower-case hex, as EVALSHA wants it
  QByteArray lua;
};

/// The scripts of one pinned release of a library.
class ScriptBundle {
public:
  ScriptBundle() = default;
  ScriptBundle(Family family, QByteArray package, QByteArray version, std::vector<Script> scripts);
  Family family() const { return m_family; }
  QByteArray package() const { return m_package; }
  QByteArray version() const { return m_version; }
  /// nullptr when this release has no such script.
  const Script *find(const QByteArray &name) const;
  const std::vector<Script> &scripts() const { return m_scripts; }

private:
  Family m_family = Family::Unknown;
  QByteArray m_package, m_version;
  std::vector<Script> m_scripts;
};

/// Chooses scripts by (family, version), never by "major" alone: signatures differ between minor releases.
/// Immutable after start; any thread.
class ScriptRegistry {
public:
  /// Loads what was compiled in as Qt resources. Fails when a manifest or a script's SHA-1 is wrong.
  static Result<ScriptRegistry> load();
  /// The bundle for a queue of this family and version; the newest where several releases may have written
  /// it. Unsupported, with the reason, for a family that is read-only or a version newer than what the bundle
  /// is known to fit.
  Result<const ScriptBundle *> bundleFor(Family family, const QByteArray &version) const;
  /// The newest BullMQ bundle: its resume is the one that never loses the paused list (protocol 3.4).
  const ScriptBundle &newestBullMq() const;
  /// Our own script by name, such as "compareAndSet".
  const Script *own(const QByteArray &name) const;

  struct Licence {
    QByteArray package, version, text;
  };
  /// The notices that come with the scripts, for the About box.
  const std::vector<Licence> &licences() const { return m_licences; }

private:
  std::vector<ScriptBundle> m_bundles;
  std::vector<Script> m_own;
  std::vector<Licence> m_licences;
};

/// How a script is sent.
enum class ScriptBody {
  Hash,  ///< EVALSHA: NOSCRIPT where the server does not hold it
  Whole, ///< EVAL; the server holds it from then on
};

/// Runs a script, once and in this way. Invalid, with nothing sent, when the number of keys is not the
/// script's. A script's error reply is the Error, as with any command. Lane thread.
Result<Reply> runScript(WriteSession &session, const Script &script, ScriptBody body,
                        const std::vector<QByteArray> &keys, const std::vector<QByteArray> &args,
                        std::stop_token stop);
/// Whether the server holds the script: one that does not cannot have run it by its hash. An error where it
/// does not tell, or not this user. Lane thread.
Result<bool> holdsScript(WriteSession &session, const Script &script, std::stop_token stop);

} // namespace oxp
