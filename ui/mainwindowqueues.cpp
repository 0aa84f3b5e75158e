// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of the queues of a connection: found, not found, not to be looked for, elsewhere.
#include "ui/mainwindow.h"

#include "base/refusal.h"
#include "models/format.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/openqueuedialog.h"
#include "ui/errortext.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/emptyplace.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QPointer>
#include <QPushButton>

#include <set>

namespace oxp {
namespace {

constexpr int MostPrefixesNamed = 3;

std::set<QByteArray> prefixesOf(const std::vector<QueueId> &queues) {
  std::set<QByteArray> prefixes;
  for (const QueueId &queue : queues)
    prefixes.insert(queue.prefix);
  return prefixes;
}

/// `{bull}, app:prod and 4 more`.
QString listed(const std::set<QByteArray> &prefixes) {
  QStringList names;
  for (const QByteArray &prefix : prefixes)
    if (names.size() < MostPrefixesNamed)
      names << (prefix.isEmpty() ? MainWindow::tr("no prefix") : format::safeText(prefix, 60));
  const QString all = format::listed(names);
  const int more = int(prefixes.size()) - int(names.size());
  return more > 0 ? MainWindow::tr("%1 and %n more", nullptr, more).arg(all) : all;
}

QString offer(const std::vector<QueueId> &others) {
  return others.empty() ? QString()
                        : MainWindow::tr("%n more queue(s) under %1", nullptr, int(others.size()))
                              .arg(listed(prefixesOf(others)));
}

QString queuesHeadline(const ProfileSession &session) {
  if (session.queues().discovery().refused())
    return MainWindow::tr("This user may not list keys (%1)")
        .arg(QString::fromLatin1(refusedCommand(session.queues().discovery().error)));
  return session.queues().discovery().complete || session.queues().discovery().failed
             ? MainWindow::tr("No queues yet")
             : session.profile().name;
}

/// Why no queue is there to be chosen, and what helps.
QString queuesSentence(const ProfileSession &session) {
  const DiscoveryStatus &discovery = session.queues().discovery();
  if (discovery.refused())
    return MainWindow::tr(
               "%1 Without it Oxpecker cannot look for queues; you can still open one by its name.")
        .arg(errorText(discovery.error, Doing::Reading).headline);
  if (discovery.failed && !discovery.running)
    return MainWindow::tr("Queues could not be looked for. %1")
        .arg(errorText(discovery.error, Doing::Reading).oneLine());
  if (discovery.complete)
    return MainWindow::tr("No queues were found under the prefixes of this profile. They appear here by "
                          "themselves when a producer or worker has started; other prefixes can be named in "
                          "Connections.");
  return MainWindow::tr("Looking for queues…");
}

} // namespace

QString MainWindow::queuesOffer(const ProfileSession &session) {
  return offer(session.queues().discovery().others);
}

/// Where there is no queue to be chosen.
void MainWindow::showQueuesPlace(ProfileSession &session, EmptyPlace &place) {
  const DiscoveryStatus &discovery = session.queues().discovery();
  place.clear();
  place.setDrawing(IconId::Database);
  place.setHeadline(queuesHeadline(session));
  place.setSentence(queuesSentence(session));
  const auto button = [&place](const QString &text, const QString &name, ButtonKind kind) {
    QPushButton *made = place.addButton(text, kind);
    made->setObjectName(name);
    made->setAccessibleName(text);
    return made;
  };
  if (discovery.running && !discovery.complete)
    return;
  const QString words = offer(discovery.others);
  if (!words.isEmpty()) {
    QPushButton *show =
        button(tr("Show %1").arg(words), QStringLiteral("Show other prefixes"), ButtonKind::Main);
    connect(show, &QPushButton::clicked, this, [this, id = session.id()] { showOthers(id); });
  }
  const bool byName = words.isEmpty() && (discovery.refused() || discovery.complete);
  QPushButton *open = button(tr("Open a queue by name…"), QStringLiteral("Open a queue by name"),
                             byName ? ButtonKind::Main : ButtonKind::Normal);
  connect(open, &QPushButton::clicked, m_actions->action("file.openQueue"), &QAction::trigger);
  if (discovery.refused())
    return; // nobody may look
  QPushButton *again =
      button(tr("Look for other prefixes"), QStringLiteral("Look for other prefixes"), ButtonKind::Flat);
  connect(again, &QPushButton::clicked, m_actions->action("view.refresh"), &QAction::trigger);
}

void MainWindow::updateOthers() {
  const ProfileSession *session = currentSession();
  m_tree->setOffer(session && session->isConnected() ? queuesOffer(*session) : QString());
  if (overviewShown())
    m_overview->setOffer(queuesOffer(*m_overview->session()));
}

/// The prefixes go into the profile: its queues are looked for under them from now on.
void MainWindow::showOthers(const QString &profileId) {
  const Profile *known = m_workspace.profiles().find(profileId);
  const ProfileSession *session = m_workspace.session(profileId);
  if (!known || !session)
    return;
  Profile profile = *known;
  for (const QByteArray &prefix : prefixesOf(session->queues().discovery().others))
    if (!profile.prefixes.contains(prefix))
      profile.prefixes << prefix;
  m_workspace.profiles().save(profile);
}

void MainWindow::openQueueByName() {
  ProfileSession *session = currentSession();
  if (!session)
    return;
  const QList<QByteArray> &prefixes = session->profile().prefixes;
  const bool any = prefixes.isEmpty() || prefixes.first() == "*";
  auto *dialog = new OpenQueueDialog(any ? QByteArrayLiteral("bull") : prefixes.first(), this);
  connect(dialog, &OpenQueueDialog::wanted, this, [this, dialog, session](const QueueId &id) {
    session->queues().requestQueue(id, dialog, [this, dialog, session](const Result<QueueInfo> &queue) {
      if (!queue)
        return dialog->applyError(queue.error());
      dialog->accept();
      openQueue(session->id(), queue->id, StateTab::Latest);
    });
  });
  connect(session, &QObject::destroyed, dialog, &QDialog::reject);
  dialog->open();
}

} // namespace oxp
