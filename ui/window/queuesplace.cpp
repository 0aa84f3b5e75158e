// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queuesplace.h"

#include "base/refusal.h"
#include "models/format.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/openqueuedialog.h"
#include "ui/errortext.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/emptyplace.h"
#include "ui/window/navigator.h"
#include "ui/window/windowcentre.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QPushButton>

#include <set>

namespace oxp {
namespace {

/// The window's words, whichever of its parts says them.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(oxp::MainWindow)
};

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
      names << (prefix.isEmpty() ? Words::tr("no prefix") : format::safeText(prefix, 60));
  const QString all = format::listed(names);
  const int more = int(prefixes.size()) - int(names.size());
  return more > 0 ? Words::tr("%1 and %n more", nullptr, more).arg(all) : all;
}

/// Empty where there is nothing else.
QString offer(const ProfileSession &session) {
  const std::vector<QueueId> &others = session.queues().discovery().others;
  return others.empty() ? QString()
                        : Words::tr("%n more queue(s) under %1", nullptr, int(others.size()))
                              .arg(listed(prefixesOf(others)));
}

QString headline(const ProfileSession &session) {
  if (session.queues().discovery().refused())
    return Words::tr("This user may not list keys (%1)")
        .arg(QString::fromLatin1(refusedCommand(session.queues().discovery().error)));
  return session.queues().discovery().complete || session.queues().discovery().failed
             ? Words::tr("No queues yet")
             : session.profile().name;
}

/// Why no queue is there to be chosen, and what helps.
QString sentence(const ProfileSession &session) {
  const DiscoveryStatus &discovery = session.queues().discovery();
  if (discovery.refused())
    return Words::tr("%1 Without it Oxpecker cannot look for queues; you can still open one by its name.")
        .arg(errorText(discovery.error, Doing::Reading).headline);
  if (discovery.failed && !discovery.running)
    return Words::tr("Queues could not be looked for. %1")
        .arg(errorText(discovery.error, Doing::Reading).oneLine());
  if (discovery.complete)
    return Words::tr("No queues were found under the prefixes of this profile. They appear here by "
                     "themselves when a producer or worker has started; other prefixes can be named in "
                     "Connections.");
  return Words::tr("Looking for queues…");
}

QPushButton *addButton(EmptyPlace &place, const QString &text, const QString &name, ButtonKind kind) {
  QPushButton *made = place.addButton(text, kind);
  made->setObjectName(name);
  made->setAccessibleName(text);
  return made;
}

} // namespace

QueuesPlace::QueuesPlace(Workspace &workspace, const ActionSet &actions, WindowCentre *centre,
                         QueueTreePanel *tree, Navigator *navigator, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_centre(centre)
    , m_tree(tree)
    , m_navigator(navigator)
    , m_window(window) {
  const auto showOfCurrent = [this] { showOthers(m_navigator->profile()); };
  connect(m_tree, &QueueTreePanel::offerTaken, this, showOfCurrent);
  connect(m_centre->overview(), &OverviewPage::offerTaken, this, showOfCurrent);
}

void QueuesPlace::updateOverview() {
  OverviewPage *overview = m_centre->overview();
  const ProfileSession *session = overview->session();
  if (!session)
    return;
  const bool none = session->queues().all().empty();
  overview->showEmpty(none);
  overview->setOffer(offer(*session));
  if (none)
    fill(*session, *overview->empty());
}

/// Where there is no queue to be chosen.
void QueuesPlace::fill(const ProfileSession &session, EmptyPlace &place) {
  place.clear();
  place.setDrawing(IconId::Database);
  place.setHeadline(headline(session));
  place.setSentence(sentence(session));
  if (!session.queues().discovery().running || session.queues().discovery().complete)
    addButtons(session, place);
}

void QueuesPlace::addButtons(const ProfileSession &session, EmptyPlace &place) {
  const DiscoveryStatus &discovery = session.queues().discovery();
  const QString words = offer(session);
  if (!words.isEmpty()) {
    QPushButton *show =
        addButton(place, tr("Show %1").arg(words), QStringLiteral("Show other prefixes"), ButtonKind::Main);
    connect(show, &QPushButton::clicked, this, [this, id = session.id()] { showOthers(id); });
  }
  const bool byName = words.isEmpty() && (discovery.refused() || discovery.complete);
  QPushButton *open = addButton(place, tr("Open a queue by name…"), QStringLiteral("Open a queue by name"),
                                byName ? ButtonKind::Main : ButtonKind::Normal);
  connect(open, &QPushButton::clicked, m_actions.action("file.openQueue"), &QAction::trigger);
  if (discovery.refused())
    return; // nobody may look
  QPushButton *again = addButton(place, tr("Look for other prefixes"),
                                 QStringLiteral("Look for other prefixes"), ButtonKind::Flat);
  connect(again, &QPushButton::clicked, m_actions.action("view.refresh"), &QAction::trigger);
}

void QueuesPlace::updateOffers() {
  const ProfileSession *session = m_navigator->session();
  m_tree->setOffer(session && session->isConnected() ? offer(*session) : QString());
  OverviewPage *overview = m_centre->overview();
  if (m_centre->showsOverview())
    overview->setOffer(offer(*overview->session()));
}

/// The prefixes go into the profile: its queues are looked for under them from now on.
void QueuesPlace::showOthers(const QString &profileId) {
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

void QueuesPlace::openByName() {
  ProfileSession *session = m_navigator->session();
  if (!session)
    return;
  const QList<QByteArray> &prefixes = session->profile().prefixes;
  const bool any = prefixes.isEmpty() || prefixes.first() == "*";
  auto *dialog = new OpenQueueDialog(any ? QByteArrayLiteral("bull") : prefixes.first(), m_window);
  connect(dialog, &OpenQueueDialog::wanted, this, [this, dialog, session](const QueueId &id) {
    session->queues().requestQueue(id, dialog, [this, dialog, session](const Result<QueueInfo> &queue) {
      if (!queue)
        return dialog->applyError(queue.error());
      dialog->accept();
      m_navigator->openQueue(session->id(), queue->id, StateTab::Latest);
    });
  });
  connect(session, &QObject::destroyed, dialog, &QDialog::reject);
  dialog->open();
}

} // namespace oxp
