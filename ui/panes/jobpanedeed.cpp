// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the open job: the pane stays with it wherever it goes.
#include "ui/panes/jobpane.h"

#include "base/clock.h"
#include "models/jobcolumns.h"
#include "models/receipttext.h"
#include "operations/operation.h"
#include "ui/flows/reportnote.h"
#include "ui/panes/jobheader.h"
#include "ui/widgets/strip.h"
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"

#include <QLocale>

namespace oxp {
namespace {

constexpr int ClockMs = 1'000;

QString stateName(JobState state) {
  return QLocale().toLower(stateTitle(state));
}

bool leavesNoJob(const QByteArray &operation) {
  const OperationSpec *spec = findOperation(operation);
  return spec && spec->leaves == OperationSpec::Leaves::NoJob;
}

bool runsAgain(const QByteArray &operation) {
  const OperationSpec *spec = findOperation(operation);
  return spec && spec->runsAgain;
}

} // namespace

void JobPane::setupDeed() {
  m_left->setObjectName(QStringLiteral("Deed"));
  m_left->setAccessibleName(tr("What became of it"));
  m_left->hide();
  m_deedClock.setInterval(ClockMs);
  connect(&m_deedClock, &QTimer::timeout, this, [this] {
    if (isVisible())
      updateDeed();
  });
}

void JobPane::noteDeed(const QByteArray &operation, const OperationReport &report) {
  Receipt deed;
  deed.operation = operation;
  deed.at = wallClockMs();
  m_deed = deed;
  m_deedNote = reportNote(report.note);
  // What it was is not offered again until somebody has read it anew.
  if (leavesNoJob(operation))
    m_detail.exists = false;
  else if (report.state != JobState::Unknown)
    m_detail.row.state = report.state;
  m_header->setJob(m_detail, m_context.session ? m_context.session->link().serverNow() : deed.at);
  updateStrip();
  updateDeed();
  emit detailChanged();
}

bool JobPane::hasLeftList() const {
  return m_loaded && m_listed && (!m_detail.exists || m_detail.row.state != *m_listed);
}

/// Said plainly of what is seen; how it came there only where the person did it.
QString JobPane::leftWords() const {
  if (m_deed && leavesNoJob(m_deed->operation))
    return tr("This pane keeps what was last read of it.");
  if (m_deed && runsAgain(m_deed->operation) && m_detail.row.state == JobState::Failed)
    return tr("It failed again.");
  if (m_deed && runsAgain(m_deed->operation) && m_detail.row.state == JobState::Completed)
    return tr("It completed."); // what the note warned of can come no more
  if (!m_deedNote.isEmpty())
    return m_deedNote; // there is room for one sentence
  return hasLeftList() && m_detail.exists
             ? tr("It left the list of %1 jobs; this pane stays with it.").arg(stateName(*m_listed))
             : QString();
}

void JobPane::updateDeed() {
  const bool left = hasLeftList() && m_detail.exists;
  const bool shown = m_deed.has_value() || left;
  m_header->setLeft(hasLeftList());
  m_left->setVisible(shown);
  if (!shown)
    return m_deedClock.stop();
  const JobState state = m_detail.row.state;
  m_left->setContent(NoticeKind::Info, leftWords());
  m_left->setHead(m_deed ? receipttext::deed(*m_deed, wallClockMs()) : tr("Now %1.").arg(stateName(state)),
                  m_detail.exists ? iconOf(state) : IconId::Trash,
                  m_detail.exists ? tintOf(state) : Tint::Text2);
  m_deedClock.start();
}

} // namespace oxp
