// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/selectionheader.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <climits>

namespace oxp {
namespace {

constexpr int Height = 40, CompactHeight = 36; // px
constexpr qsizetype LongestQueue = 100, LongestSearch = 200;

/// `failed · orders`; of all that a search found what it was for instead of the queue.
QString wordsOf(const ChosenJobs &chosen, const QString &search) {
  QStringList parts;
  if (chosen.states.size() == 1)
    parts << stateTitle(chosen.states.front());
  if (chosen.isAll && !search.isEmpty())
    parts << SelectionHeader::tr("matching %1").arg(format::bounded(search, LongestSearch));
  else if (chosen.queue)
    parts << format::safeText(chosen.queue->id.name, LongestQueue);
  else
    parts << SelectionHeader::tr("several queues");
  return parts.join(QStringLiteral(" · "));
}

} // namespace

SelectionHeader::SelectionHeader(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(IconId::Check, Tint::Accent))
    , m_count(new TextLabel)
    , m_words(new TextLabel({}, Tint::Text2))
    , m_job(new QPushButton) {
  setAccessibleName(tr("Selection"));
  setFixedHeight(Height);
  m_count->setFont(fonts::title());
  m_words->setFont(fonts::small());
  m_words->setElide(Qt::ElideRight);
  m_job->setFont(fonts::small());
  m_job->setObjectName(QStringLiteral("Show job"));
  setButtonKind(m_job, ButtonKind::Flat);
  connect(m_job, &QPushButton::clicked, this, &SelectionHeader::jobWanted);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(12, 0, 8, 0); // the link has a padding of its own
  row->setSpacing(8);
  row->addWidget(m_icon);
  row->addWidget(m_count);
  row->addWidget(m_words, 1);
  row->addWidget(m_job);
  m_job->hide();
}

QSize SelectionHeader::sizeHint() const {
  return {QWidget::sizeHint().width(), maximumHeight()};
}

QSize SelectionHeader::minimumSizeHint() const {
  return {QWidget::minimumSizeHint().width(), maximumHeight()};
}

void SelectionHeader::setChosen(const ChosenJobs &chosen, const QString &search) {
  const bool isOne = chosen.states.size() == 1;
  m_icon->setIcon(isOne ? iconOf(chosen.states.front()) : IconId::Check,
                  isOne ? tintOf(chosen.states.front()) : Tint::Accent);
  m_count->setText(tr("%Ln job(s)", nullptr, int(std::min<qint64>(chosen.count, INT_MAX))));
  m_words->setText(wordsOf(chosen, search));
  setAccessibleDescription(m_count->text() + u' ' + m_words->text());
}

void SelectionHeader::setJob(const QString &job) {
  m_job->setText(tr("Show %1").arg(job));
  m_job->setAccessibleName(m_job->text());
  m_job->setToolTip(tr("Shows this job alone. The selection stays: Esc goes back to it."));
  m_job->setVisible(!job.isEmpty());
}

void SelectionHeader::setCompact(bool compact) {
  setFixedHeight(compact ? CompactHeight : Height);
  updateGeometry();
}

} // namespace oxp
