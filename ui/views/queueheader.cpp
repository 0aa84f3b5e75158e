// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/queueheader.h"

#include "models/familytext.h"
#include "models/format.h"
#include "ui/actions/actionset.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <utility>

namespace oxp {
namespace {

constexpr int Height = 44, CompactHeight = 36; // px

} // namespace

QString readOnlySentence(const QueueInfo &queue) {
  if (!queue.readOnly())
    return {};
  if (queue.family == Family::BullMqPro)
    return QCoreApplication::translate("QueueHeader",
                                       "read only: BullMQ Pro keeps groups that Oxpecker does not know");
  if (queue.family == Family::BullMqOld)
    return QCoreApplication::translate("QueueHeader", "read only: written by BullMQ 3 or older");
  if (queue.family == Family::Unknown)
    return QCoreApplication::translate("QueueHeader",
                                       "read only: the library that writes it was not recognised");
  return QCoreApplication::translate("QueueHeader", "read only: this version is newer than Oxpecker knows");
}

QueueHeader::QueueHeader(ActionSet &actions, QWidget *parent)
    : QWidget(parent)
    , m_candidates(actions.headerActions(MenuId::Queue))
    , m_name(new TextLabel)
    , m_paused(new Tag(IconId::Paused, tr("PAUSED"), Tint::Paused))
    , m_facts(new TextLabel({}, Tint::Text2))
    , m_main(new QPushButton)
    , m_more(new QToolButton) {
  setFixedHeight(Height);
  m_name->setFont(fonts::heading());
  m_name->setElide(Qt::ElideMiddle);
  m_facts->setElide(Qt::ElideRight);
  m_paused->hide();
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(8);
  row->addWidget(m_name);
  row->addWidget(m_paused);
  row->addWidget(m_facts, 1);
  setupButtons(actions);
  row->addWidget(m_main);
  row->addWidget(m_more);
}

void QueueHeader::setupButtons(ActionSet &actions) {
  m_main->hide();
  m_more->setAccessibleName(tr("More actions on the queue"));
  m_more->setToolTip(m_more->accessibleName());
  m_more->setIcon(icon(IconId::More));
  m_more->setAutoRaise(true);
  m_more->setPopupMode(QToolButton::InstantPopup);
  auto *menu = new QMenu(m_more);
  for (const ActionSpec &spec : actions.specs())
    if (spec.menu == MenuId::Queue)
      menu->addAction(actions.action(spec.id));
  menu->addSeparator();
  menu->addAction(actions.action("view.refresh"));
  menu->addAction(actions.action("job.goTo"));
  m_more->setMenu(menu);
  connect(m_main, &QPushButton::clicked, this, [this] {
    if (m_shown)
      m_shown->trigger();
  });
  for (QAction *action : std::as_const(m_candidates))
    connect(action, &QAction::changed, this, &QueueHeader::updateButton);
}

void QueueHeader::updateButton() {
  const auto open = std::find_if(m_candidates.begin(), m_candidates.end(), std::mem_fn(&QAction::isEnabled));
  m_shown = open == m_candidates.end() ? nullptr : *open;
  m_main->setVisible(m_shown != nullptr);
  if (!m_shown)
    return;
  m_main->setText(m_shown->text());
  m_main->setAccessibleName(m_shown->text());
  m_main->setIcon(m_shown->icon());
}

void QueueHeader::setCompact(bool compact) {
  setFixedHeight(compact ? CompactHeight : Height);
}

QString QueueHeader::facts(const QueueInfo &queue, int workers) const {
  QStringList parts{format::safeText(queue.id.prefix, 100), familyText(queue)};
  if (workers >= 0)
    parts << tr("%n worker(s)", nullptr, workers);
  else if (workers == NotToldHere)
    parts << tr("workers not known");
  if (const QString sentence = readOnlySentence(queue); !sentence.isEmpty())
    parts << sentence;
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

void QueueHeader::setQueue(const QueueInfo &queue, bool paused, int workers) {
  m_name->setText(format::safeText(queue.id.name));
  m_paused->setVisible(paused);
  m_facts->setText(facts(queue, workers));
  QStringList tip{m_facts->text(), familyBasisText(queue), unsureText(queue)};
  if (workers == NotToldHere)
    tip << tr("The server does not let this user send CLIENT LIST, so workers cannot be counted.");
  tip.removeAll(QString());
  m_facts->setToolTip(tip.join(QStringLiteral("\n\n")));
  m_facts->setAccessibleDescription(m_facts->toolTip());
  updateButton();
}

} // namespace oxp
