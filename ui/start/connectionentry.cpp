// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/connectionentry.h"

#include "ui/start/connectionedit.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"
#include "workspace/connectionwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {

namespace {

constexpr int FieldHeight = 32, Edge = 2, SidePadding = 4, ToolSize = 22; // px

QToolButton *fieldTool(IconId id, const QString &name) {
  auto *button = new QToolButton;
  button->setAutoRaise(true);
  button->setIcon(icon(id));
  button->setFixedSize(ToolSize, FieldHeight - 2 * Edge);
  button->setAccessibleName(name);
  button->setToolTip(name);
  return button;
}

} // namespace

ConnectionEntry::ConnectionEntry(QWidget *parent)
    : QWidget(parent)
    , m_edit(new ConnectionEdit) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  setupField(column);
  setupMessage(column);
  setFocusProxy(m_edit);
  connect(m_edit, &ConnectionEdit::changed, this, [this] {
    showWords();
    emit changed();
  });
  connect(m_edit, &ConnectionEdit::submitted, this, &ConnectionEntry::submitted);
  connect(m_edit, &ConnectionEdit::wantedHeightChanged, this, &ConnectionEntry::fitHeight);
  m_edit->installEventFilter(this);
  fitHeight();
  showWords();
}

void ConnectionEntry::setupField(QVBoxLayout *column) {
  m_edit->setAccessibleName(tr("Connect to"));
  m_edit->setObjectName(QStringLiteral("Connect to"));
  m_edit->setPlaceholderText(QStringLiteral("rediss://user:password@host:6379/0"));
  m_eye = fieldTool(IconId::Eye, tr("Show the password"));
  m_eye->setCheckable(true);
  m_clear = fieldTool(IconId::Close, tr("Empty the field"));
  connect(m_eye, &QToolButton::toggled, this, [this](bool on) {
    m_edit->setRevealed(on);
    m_eye->setIcon(icon(on ? IconId::EyeOff : IconId::Eye));
  });
  connect(m_clear, &QToolButton::clicked, this, [this] {
    m_edit->setText({});
    m_edit->setFocus();
  });
  m_frame = new QWidget;
  auto *row = new QHBoxLayout(m_frame);
  row->setContentsMargins(SidePadding, Edge, SidePadding, Edge);
  row->setSpacing(0);
  row->addWidget(m_edit, 1, Qt::AlignVCenter);
  row->addWidget(m_eye, 0, Qt::AlignTop);
  row->addWidget(m_clear, 0, Qt::AlignTop);
  column->addWidget(m_frame);
}

void ConnectionEntry::setupMessage(QVBoxLayout *column) {
  m_icon = new IconLabel(IconId::Failed, Tint::Err, StripIcon);
  m_message = new TextLabel({}, Tint::Text2);
  m_message->setFont(fonts::small());
  m_message->setWordWrap(true);
  m_message->setAccessibleName(tr("Notice"));
  m_message->setObjectName(QStringLiteral("Notice"));
  m_link = new QPushButton;
  setButtonKind(m_link, ButtonKind::Flat);
  m_link->setFont(fonts::small());
  m_link->setFixedHeight(std::max(22, m_link->fontMetrics().height() + 4));
  m_link->setAutoDefault(false);
  connect(m_link, &QPushButton::clicked, this, &ConnectionEntry::followLink);
  auto *row = new QHBoxLayout;
  row->setSpacing(6);
  row->addWidget(m_icon, 0, Qt::AlignVCenter);
  row->addWidget(m_message, 1);
  row->addWidget(m_link, 0, Qt::AlignTop);
  column->addLayout(row);
  m_left = new TextLabel({}, Tint::Text2);
  m_left->setFont(fonts::small());
  m_left->setWordWrap(true);
  m_left->setAccessibleName(tr("Left out"));
  m_left->setObjectName(QStringLiteral("Left out"));
  column->addWidget(m_left);
}

const ConnectionLine &ConnectionEntry::line() const {
  return m_edit->line();
}

bool ConnectionEntry::isEmpty() const {
  return line().form == LineForm::Nothing;
}

void ConnectionEntry::setText(const QString &text) {
  m_edit->setText(text);
}

void ConnectionEntry::fitHeight() {
  m_edit->setFixedHeight(m_edit->wantedHeight());
  m_frame->setFixedHeight(std::max(m_edit->wantedHeight() + 2 * Edge, FieldHeight));
  m_edit->setVerticalScrollBarPolicy(m_edit->document()->size().height() > ConnectionEdit::MostLines
                                         ? Qt::ScrollBarAsNeeded
                                         : Qt::ScrollBarAlwaysOff);
}

void ConnectionEntry::showWords() {
  const ConnectionLine &line = m_edit->line();
  const QString missing = connectionwords::missing(line);
  const QStringList left = line.problem ? QStringList() : connectionwords::leftOut(line);
  QString message =
      tr("A URL, host:port, a redis-cli line, an ioredis or BullMQ connection object, or REDIS_URL=…");
  QString link;
  Tint tint = Tint::Text2;
  if (line.problem) {
    message = connectionwords::problem(m_edit->text(), *line.problem);
    link = connectionwords::repair(*line.problem);
    tint = Tint::Err;
    m_icon->setIcon(IconId::Failed, Tint::Err);
  } else if (!missing.isEmpty()) {
    message = missing;
    link = m_formOffered ? tr("Edit as a form") : QString();
    tint = Tint::Text;
    m_icon->setIcon(IconId::Warn, Tint::Warn);
  }
  m_icon->setVisible(tint != Tint::Text2);
  m_message->setTint(tint);
  m_message->setText(message);
  m_message->setAccessibleDescription(tint == Tint::Text2 ? QString() : message);
  m_link->setText(link);
  m_link->setAccessibleName(link);
  m_link->setVisible(!link.isEmpty());
  m_left->setText(left.join(u'\n'));
  m_left->setAccessibleDescription(left.join(u' '));
  m_left->setVisible(!left.isEmpty());
  m_edit->setAccessibleDescription(line.problem || !missing.isEmpty() ? message : QString());
  m_eye->setVisible(!line.secrets.empty());
  m_clear->setVisible(!m_edit->text().isEmpty());
  m_frame->update();
  update();
}

void ConnectionEntry::followLink() {
  const ConnectionLine &line = m_edit->line();
  if (!line.problem)
    return emit formWanted();
  const QString repaired = line.problem->repaired;
  m_edit->setText(repaired);
  m_edit->setFocus();
}

bool ConnectionEntry::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
    update();
  return QWidget::eventFilter(watched, event);
}

void ConnectionEntry::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Tokens &t = tokens();
  const bool wrong = line().problem.has_value(), focus = m_edit->hasFocus();
  drawBox(&painter, m_frame->geometry(), t.base,
          wrong   ? t.err
          : focus ? t.accent
                  : t.border,
          wrong || focus ? FocusRing : 1);
}

} // namespace oxp
