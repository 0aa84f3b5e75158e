// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/paletteflow.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "ui/actions/actionset.h"
#include "ui/actions/commandpalette.h"
#include "workspace/jobrequests.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace oxp {
namespace {

constexpr int LookAfterMs = 200;
constexpr int NameLimit = 200;     ///< bytes of a name that are shown
constexpr size_t MostStates = 8;   ///< queues that `orders failed` may mean
constexpr qsizetype LeastWord = 3; ///< letters by which a state is known

QString nameOf(const QueueId &queue) {
  return format::safeText(queue.name, NameLimit);
}

/// The tab that a word means, in the person's language or as BullMQ calls it.
std::optional<StateTab> tabCalled(const QString &word) {
  if (word.size() < LeastWord && word.front().unicode() < 0x80)
    return {};
  for (const JobState state : ShownStates)
    for (const QString &name : {stateTitle(state), QString::fromLatin1(stateWord(state))})
      if (name.startsWith(word, Qt::CaseInsensitive))
        return tabOf(state);
  return QStringLiteral("schedulers").startsWith(word, Qt::CaseInsensitive)
             ? std::optional(StateTab::Schedulers)
             : std::nullopt;
}

/// What an entry of a place leads to, for PaletteEntry::leadsTo. Each part says how long it is: names hold
/// any byte.
QByteArray targetOf(const RecentPlace &place, StateTab tab = StateTab::Latest) {
  QByteArray name = "place " + QByteArray::number(int(tab));
  for (const QByteArray &part : {place.profileId.toUtf8(), place.queue.prefix, place.queue.name, place.jobId})
    name += ' ' + QByteArray::number(part.size()) + ':' + part;
  return name;
}

QString titleOf(StateTab tab) {
  const std::optional<JobState> state = stateOf(tab);
  return state ? stateTitle(*state) : PaletteFlow::tr("schedulers");
}

} // namespace

PaletteFlow::PaletteFlow(ActionSet &actions, Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_workspace(workspace)
    , m_window(window)
    , m_recent(workspace.settings()) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(LookAfterMs);
  QCoreApplication::instance()->installEventFilter(this);
  connect(&m_rest, &QTimer::timeout, this, [this] { lookFor(m_typed); });
}

/// A field would take Ctrl+K for itself, to cut the rest of its line.
bool PaletteFlow::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() != QEvent::ShortcutOverride || !qobject_cast<QLineEdit *>(watched))
    return QObject::eventFilter(watched, event);
  const auto *key = static_cast<QKeyEvent *>(event);
  const bool ours = m_actions.action("view.palette")->shortcut() == QKeySequence(key->keyCombination());
  if (ours)
    event->ignore();
  return ours;
}

void PaletteFlow::note(const RecentPlace &place) {
  const ProfileSession *session = m_workspace.session(place.profileId);
  m_recent.note(place, session && session->profile().stored);
}

void PaletteFlow::open(const std::optional<RecentPlace> &here) {
  if (m_palette && m_palette->isVisible()) {
    m_palette->close();
    return;
  }
  m_here = here;
  m_palette = new CommandPalette(
      entries(), [this](const QString &typed) { return forTyped(typed); }, m_window);
  connect(m_palette, &CommandPalette::searched, this, [this](const QString &typed) {
    m_typed = typed;
    dropLooks();
    if (typed.isEmpty())
      m_rest.stop();
    else
      m_rest.start();
  });
  m_shown = m_palette;
  connect(m_palette, &QObject::destroyed, this, [this](const QObject *gone) {
    if (gone != m_shown)
      return; // it was the one before, which took its time to go
    m_rest.stop();
    dropLooks();
  });
  m_palette->open();
}

QString PaletteFlow::profileName(const QString &profileId) const {
  const ProfileSession *session = m_workspace.session(profileId);
  return session ? session->profile().name : QString();
}

std::vector<PaletteEntry> PaletteFlow::entries() {
  std::vector<PaletteEntry> entries;
  for (const ActionSpec &spec : m_actions.specs()) {
    QAction *action = m_actions.action(spec.id);
    if (!action->isEnabled())
      continue;
    entries.push_back({ActionSet::title(spec), ActionSet::help(spec),
                       action->shortcut().toString(QKeySequence::NativeText), [action] { action->trigger(); },
                       QString::fromUtf8(spec.title), "action " + QByteArray(spec.id)});
  }
  addRecent(entries);
  addQueues(entries);
  return entries;
}

/// The last ones first, of profiles that are open; not the queue that is shown.
void PaletteFlow::addRecent(std::vector<PaletteEntry> &entries) {
  for (const RecentPlace &place : m_recent.places()) {
    const ProfileSession *session = m_workspace.session(place.profileId);
    if (!session || !session->queues().find(place.queue) || place == m_here)
      continue;
    PaletteEntry entry = place.jobId.isEmpty() ? queueEntry(place) : jobEntry(place);
    entry.recent = true;
    entries.push_back(std::move(entry));
  }
}

void PaletteFlow::addQueues(std::vector<PaletteEntry> &entries) {
  for (ProfileSession *session : m_workspace.sessions())
    for (const QueueInfo &queue : session->queues().all())
      entries.push_back(queueEntry({session->id(), queue.id, {}}));
}

PaletteEntry PaletteFlow::queueEntry(const RecentPlace &place) {
  PaletteEntry entry{nameOf(place.queue), profileName(place.profileId), {}, [this, place] {
                       emit placeWanted(place, StateTab::Latest);
                     }};
  entry.leadsTo = targetOf(place);
  return entry;
}

PaletteEntry PaletteFlow::jobEntry(const RecentPlace &place) {
  PaletteEntry entry{tr("Go to job %1").arg(format::safeText(place.jobId, NameLimit)),
                     tr("%1 · %2").arg(nameOf(place.queue), profileName(place.profileId)),
                     {},
                     [this, place] { emit placeWanted(place, StateTab::Latest); }};
  entry.leadsTo = targetOf(place);
  return entry;
}

std::vector<PaletteEntry> PaletteFlow::forTyped(const QString &typed) {
  std::vector<PaletteEntry> entries;
  addStates(typed.trimmed(), entries);
  if (m_here) {
    PaletteEntry guess = jobEntry({m_here->profileId, m_here->queue, typed.toUtf8()});
    guess.provisional = true;
    entries.push_back(std::move(guess));
  }
  return entries;
}

/// `orders failed`: one word is a state, the others are a queue.
void PaletteFlow::addStates(const QString &typed, std::vector<PaletteEntry> &entries) {
  const qsizetype space = typed.lastIndexOf(u' ');
  if (space <= 0)
    return;
  const std::optional<StateTab> tab = tabCalled(typed.sliced(space + 1));
  if (!tab)
    return;
  struct Hit {
    int score;
    PaletteEntry entry;
  };
  std::vector<Hit> hits;
  const QString name = typed.first(space).trimmed();
  for (ProfileSession *session : m_workspace.sessions())
    for (const QueueInfo &queue : session->queues().all()) {
      const int score = CommandPalette::score(nameOf(queue.id), name);
      const RecentPlace place{session->id(), queue.id, {}};
      if (score > 0)
        hits.push_back({score,
                        {tr("%1: %2").arg(nameOf(queue.id), titleOf(*tab)),
                         session->profile().name,
                         {},
                         [this, place, tab = *tab] { emit placeWanted(place, tab); },
                         {},
                         targetOf(place, *tab)}});
    }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
  hits.resize(std::min(hits.size(), MostStates));
  for (Hit &hit : hits)
    entries.push_back(std::move(hit.entry));
}

void PaletteFlow::dropLooks() {
  for (LaneHandle &look : m_looks)
    look.cancel();
  m_looks.clear();
}

/// In every queue of every open profile: one round trip or two each.
void PaletteFlow::lookFor(const QString &typed) {
  dropLooks();
  for (ProfileSession *session : m_workspace.sessions()) {
    if (!session->isConnected() || session->queues().all().empty())
      continue;
    m_looks.push_back(session->jobs().requestHolders(
        typed.toUtf8(), m_palette,
        [this, typed, profile = session->id()](const Result<std::vector<QueueId>> &queues) {
          if (!queues || !m_palette)
            return; // the guess stays, and says for itself what became of it
          std::vector<PaletteEntry> found;
          for (const QueueId &queue : *queues)
            found.push_back(jobEntry({profile, queue, typed.toUtf8()}));
          m_palette->addFound(typed, std::move(found));
        }));
  }
}

} // namespace oxp
