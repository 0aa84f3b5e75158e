// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/lane.h"
#include "workspace/longwork.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace oxp {

/// The lanes to one server of one profile. Each keeps a purpose of its own, so that nobody waits for the
/// other: what a person waits for and all writes go over command(), lists and counts over watch(), discovery
/// over scan(), events over events(), and what reads a great many jobs over longWork(). GUI thread.
class LaneSet : public QObject {
  Q_OBJECT

public:
  struct Setup {
    Endpoint endpoint;
    Credentials credentials;
    Role role = Role::Viewer;
    Backoff::Limits backoff;
  };
  template <typename T>
  using Handler = std::function<void(Result<T>)>;

  explicit LaneSet(Setup setup, QObject *parent = nullptr);
  ~LaneSet() override;

  Lane &command() const { return *m_command; }
  Lane &watch() const { return *m_watch; }
  Lane &scan() const { return *m_scan; }
  Lane &events() const { return *m_events; }
  LongWork &longWork() const { return *m_long; }
  /// Takes what the work on a lane tells while it goes on; outlives the lanes.
  GuiMailbox &mailbox() { return m_mailbox; }

  /// One more lane to the same server, for work that would hold the others up: a thread and a connection
  /// from its first job on. It may write for whoever holds a WriteKey. Its owner gives it up at leaving(),
  /// and at credentialsChanged() where it should know the new ones.
  std::unique_ptr<Lane> make(const char *name) const;

  /// Whether the person wants to be connected: else what is asked ends with Disconnected at once.
  bool isOpen() const { return m_open; }
  void setOpen(bool open) { m_open = open; }
  /// Ends all lanes and what is under way on them (Cancelled), and makes others in their place.
  void remake();
  /// Each lane that was begun tries at once; the command lane also when it was not.
  void reconnectNow();
  /// The command lane is connected: the others, which may rest after an error, follow.
  void reconnectOthers();

  const Credentials &credentials() const { return m_setup.credentials; }
  /// For the next connections; running ones are kept.
  void setCredentials(Credentials credentials);
  /// For lanes that are made from now on.
  void setEndpoint(Endpoint endpoint) { m_setup.endpoint = std::move(endpoint); }

  /// Posts to one of these lanes.
  template <typename T, typename Work>
  LaneHandle ask(Lane &lane, Priority priority, Work work, QObject *context, Handler<T> handler) {
    if (m_open)
      return lane.post(priority, std::move(work), context, std::move(handler));
    return refuseLater<T>(context, std::move(handler), notConnected());
  }

  template <typename T, typename P, typename Work>
  LaneHandle askLong(Work work, QObject *context, std::function<void(P)> progress, Handler<T> handler,
                     LongLanes lanes) {
    if (m_open)
      return m_long->run<T, P>(std::move(work), context, std::move(progress), std::move(handler), lanes);
    return refuseLater<T>(context, std::move(handler), notConnected());
  }

  /// Ends a request that cannot even begin, later as all others do.
  template <typename T>
  static LaneHandle refuseLater(QObject *context, Handler<T> handler, Error error) {
    const auto refuse = [handler = std::move(handler), error = std::move(error)] { handler(fail(error)); };
    QMetaObject::invokeMethod(context, refuse, Qt::QueuedConnection);
    return {};
  }

  static Error notConnected();

signals:
  void commandStateChanged(const oxp::LaneState &state);
  /// The lanes end now: whoever holds one lets it go.
  void leaving();
  /// There are others.
  void made();
  void credentialsChanged();

private:
  void makeAll();
  void dropAll();
  std::vector<Lane *> all() const;

  Setup m_setup;
  bool m_open = false;
  GuiMailbox m_mailbox;
  std::unique_ptr<Lane> m_command, m_watch, m_scan, m_events;
  std::unique_ptr<LongWork> m_long;
};

} // namespace oxp
