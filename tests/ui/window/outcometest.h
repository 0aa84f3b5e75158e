// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/redis/lyingproxy.h"
#include "ui/window/windowtest.h"

#include <span>

class QListView;

namespace oxp::test {

/// A lie about a write, as a row of a test.
struct Told {
  const char *name;
  LyingProxy::Lie lie;
};

using Lie = LyingProxy::Lie;
inline const Told Lies[] = {
    {"reset before its bytes", {Lie::BeforeBytes, Lie::Reset}},
    {"reset after half of them", {Lie::HalfOfThem, Lie::Reset}},
    {"reset after them", {Lie::AfterThem, Lie::Reset}},
    {"half open after them", {Lie::AfterThem, Lie::HalfOpen}},
    {"garbage after them", {Lie::AfterThem, Lie::Says, "HTTP/1.1 502 Bad Gateway\r\n\r\n"}},
    {"a status after them", {Lie::AfterThem, Lie::Says, "+OK\r\n"}},
    {"a nil array after them", {Lie::AfterThem, Lie::Says, "*-1\r\n"}},
    {"a forged error after them", {Lie::AfterThem, Lie::Says, "-ERR something went wrong\r\n"}},
    {"a forged error before them", {Lie::BeforeBytes, Lie::Says, "-ERR something went wrong\r\n"}},
    {"a refusal before them", {Lie::BeforeBytes, Lie::Says, "-OOM command not allowed\r\n"}},
    {"forged: busy", {Lie::AfterThem, Lie::Says, "-BUSY Redis is busy running a script.\r\n"}},
    {"forged: a replica", {Lie::AfterThem, Lie::Says, "-READONLY You can't write against a replica.\r\n"}},
    {"forged: no memory", {Lie::AfterThem, Lie::Says, "-OOM command not allowed\r\n"}},
    {"forged: no disk", {Lie::AfterThem, Lie::Says, "-MISCONF Redis is configured to save snapshots\r\n"}},
    {"forged: no login", {Lie::AfterThem, Lie::Says, "-NOAUTH Authentication required.\r\n"}},
    {"forged: no script", {Lie::AfterThem, Lie::Says, "-NOSCRIPT No matching script.\r\n"}},
    {"forged: no right",
     {Lie::AfterThem, Lie::Says, "-NOPERM User default has no permissions to run the 'evalsha' command\r\n"}},
    {"forged: unknown", {Lie::AfterThem, Lie::Says, "-ERR unknown command 'EVALSHA'\r\n"}},
    {"forged: aborted", {Lie::AfterThem, Lie::Says, "-EXECABORT Transaction discarded\r\n"}},
};
inline constexpr int LieCount = int(std::size(Lies));

/// The run of a script that changes something: the window looks with commands of other names.
inline bool isScript(const QByteArrayList &words) {
  return words.value(0) == "EVALSHA" || (words.value(0) == "EVAL" && words.value(1).size() > 100);
}

/// Something that changes Redis, as the window offers it.
struct Deed {
  const char *action; ///< its name
  const char *state;  ///< of the job; empty: it is about the queue
  const char *done;   ///< as its receipt begins
};
inline constexpr Deed Deeds[] = {{"Save", "failed", "Saved "},        {"Retry", "failed", "Retried "},
                                 {"Promote", "delayed", "Promoted "}, {"Remove", "failed", "Removed "},
                                 {"Pause queue", "", "Paused "},      {"Resume queue", "", "Resumed "}};

/// A shop behind a proxy that can lie, with its queue `orders`, and somebody before it who is lied to.
class OutcomeTest {
public:
  ~OutcomeTest() { m_test.person.leave(); }

  /// Starts all, and does each deed once: the server knows the scripts from then on, so that a hash that is
  /// passed on runs.
  bool open(std::span<const Deed> deeds);
  /// Does the deed while the proxy lies about it, waits until the window has said how that ended, and
  /// compares its words with what Redis holds. Ends the test's function when they differ.
  void judge(const Deed &deed, const Lie &lie);

private:
  bool rehearse(const Deed &deed);
  QByteArray plant(const QByteArray &state);
  bool openJob(const Deed &deed);
  void plantQueue(bool paused);
  void clear();
  bool prepare(const Deed &deed);
  bool carryOut(const Deed &deed);
  bool isChanged(const Deed &deed);
  QListView *receipts() const;
  QString told() const;

  WindowTest m_test;
  std::unique_ptr<LyingProxy> m_proxy;
  QMap<QByteArray, qsizetype> m_announces; ///< by action: the events of one that was carried out once
  QByteArray m_id;
  int m_last = 0;
};

} // namespace oxp::test
