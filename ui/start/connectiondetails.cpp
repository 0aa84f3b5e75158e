// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/connectiondetails.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"
#include "workspace/connectionwords.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace oxp {

namespace {

constexpr int HeadHeight = 28, RowHeight = 24, LabelWidth = 104, Padding = 12, BodyMargin = 6; // px
/// Below the last row: a list breaks a column before its very end.
constexpr int ColumnSlack = 6;
constexpr int Columns = 2;

enum DetailRole { ValueRole = Qt::UserRole, NoteRole };

/// Label, value in the fixed font, and a note on where it comes from.
class DetailsDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override {
    const Tokens &t = tokens();
    QRect room = option.rect.adjusted(Padding, 0, -Padding, 0);
    drawLine(painter, QRect(room.left(), room.top(), LabelWidth - 8, room.height()),
             index.data(LabelRole).toString(), fonts::small(), t.text2);
    room.setLeft(room.left() + LabelWidth);
    const QString value = index.data(ValueRole).toString();
    const int used = drawLine(painter, room, value, fonts::monoId(), t.text, Qt::AlignLeft, Qt::ElideMiddle);
    room.setLeft(room.left() + used + (used > 0 ? Padding : 0));
    if (room.width() > 0)
      drawLine(painter, room, index.data(NoteRole).toString(), fonts::small(), t.text2);
  }

  static constexpr int LabelRole = Qt::UserRole + 2;
};

} // namespace

ConnectionDetails::ConnectionDetails(QWidget *parent)
    : QFrame(parent)
    , m_head(new QWidget)
    , m_mark(new IconLabel(IconId::Check, Tint::Ok, StripIcon))
    , m_title(new TextLabel)
    , m_form(new QPushButton(tr("Edit as a form")))
    , m_list(new QListWidget) {
  m_title->setFont(fonts::uiBold());
  m_form->setAccessibleName(m_form->text());
  m_form->setObjectName(QStringLiteral("Edit as a form"));
  m_form->setFont(fonts::small());
  m_form->setFixedHeight(HeadHeight - 4);
  setButtonKind(m_form, ButtonKind::Flat);
  connect(m_form, &QPushButton::clicked, this, &ConnectionDetails::formWanted);
  m_head->setFixedHeight(HeadHeight);
  auto *row = new QHBoxLayout(m_head);
  row->setContentsMargins(Padding, 0, 4, 0);
  row->setSpacing(8);
  row->addWidget(m_mark);
  row->addWidget(m_title, 1);
  row->addWidget(m_form);
  m_list->setAccessibleName(tr("Connection details"));
  m_list->setObjectName(QStringLiteral("Connection details"));
  m_list->setItemDelegate(new DetailsDelegate(m_list));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setSelectionMode(QAbstractItemView::NoSelection);
  m_list->setFlow(QListView::TopToBottom);
  m_list->setWrapping(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->viewport()->setAutoFillBackground(false);
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(m_head);
  column->addSpacing(BodyMargin);
  column->addWidget(m_list);
}

void ConnectionDetails::show(const ConnectionLine &line, const Profile &profile, bool keychain) {
  const bool whole = line.missing(LineField::Host).isEmpty();
  m_mark->setIcon(whole ? IconId::Check : IconId::Warn, whole ? Tint::Ok : Tint::Warn);
  m_mark->setObjectName(whole ? QStringLiteral("Whole") : QStringLiteral("Incomplete"));
  m_form->setVisible(whole);
  m_title->setText(connectionwords::understood(line.form));
  m_list->clear();
  addServer(line, profile);
  addCredentials(line, profile, keychain);
  addTls(profile);
  fit();
}

void ConnectionDetails::add(const QString &label, const QString &value, const QString &note) {
  auto *item = new QListWidgetItem;
  const QString shown = format::bounded(value, 200);
  item->setData(DetailsDelegate::LabelRole, label);
  item->setData(ValueRole, shown);
  item->setData(NoteRole, note);
  const QString whole = tr("%1: %2", "label, value").arg(label, note.isEmpty() ? shown : shown + u' ' + note);
  item->setData(Qt::AccessibleTextRole, whole.trimmed());
  item->setToolTip(whole.trimmed());
  m_list->addItem(item);
}

void ConnectionDetails::addServer(const ConnectionLine &line, const Profile &profile) {
  const auto unsaid = [&line](LineField field) { return line.says(field) ? QString() : tr("the default"); };
  if (!profile.socketPath.isEmpty()) {
    add(tr("Socket"), profile.socketPath, {});
  } else {
    const QString missing = line.missing(LineField::Host);
    add(tr("Server"), profile.host,
        missing.isEmpty() ? unsaid(LineField::Host) : tr("%1 is not known here").arg(missing));
    add(tr("Port"), QString::number(profile.port), unsaid(LineField::Port));
  }
  add(tr("Database"), QString::number(profile.database), unsaid(LineField::Database));
  if (!line.prefixes.isEmpty())
    add(tr("Prefix"), QString::fromUtf8(line.prefixes.join(", ")), {});
}

void ConnectionDetails::addCredentials(const ConnectionLine &line, const Profile &profile, bool keychain) {
  if (profile.user.isEmpty())
    add(tr("User"), QStringLiteral("default"), tr("the default"));
  else
    add(tr("User"), profile.user, {});
  if (line.credentials.password.isEmpty())
    add(tr("Password"), {}, tr("none; asked for when Redis wants one"));
  else
    add(tr("Password"), QStringLiteral("••••••••••••"),
        keychain ? tr("goes to the keychain") : tr("kept in memory only"));
}

/// Beside a pin nothing else is looked at.
QString ConnectionDetails::howChecked(const TlsOptions &tls) {
  if (tls.pin)
    return tr("only the pinned certificate is taken");
  return tls.caFile.isEmpty() ? tr("checked against this system's roots")
                              : tr("checked against %1").arg(QFileInfo(tls.caFile).fileName());
}

void ConnectionDetails::addTls(const Profile &profile) {
  if (!profile.socketPath.isEmpty())
    return;
  if (!profile.tls)
    return add(tr("TLS"), tr("off"), tr("nothing is encrypted on the way"));
  const TlsOptions &tls = *profile.tls;
  add(tr("TLS"), tr("on"), howChecked(tls));
  if (!tls.pin)
    addPlace(tls.caFile);
  if (!tls.pin && !tls.verifyName.isEmpty())
    add(tr("Verify name"), tls.verifyName, {});
  if (!tls.serverName.isEmpty())
    add(tr("Server name"), tls.serverName, {});
  if (tls.certificateFile.isEmpty())
    return;
  add(tr("Certificate"), QFileInfo(tls.certificateFile).fileName(), {});
  addPlace(tls.certificateFile);
}

/// Where the file named last is looked for, which neither its name nor a relative path says.
void ConnectionDetails::addPlace(const QString &file) {
  if (file.isEmpty())
    return;
  QListWidgetItem *item = m_list->item(m_list->count() - 1);
  for (const int role : {int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)})
    item->setData(role, QString(item->data(role).toString() + u'\n' + file));
}

void ConnectionDetails::fit() {
  const int rows = (m_list->count() + Columns - 1) / Columns;
  const int width = std::max(1, (m_list->width() - 2) / Columns);
  m_list->setFixedHeight(rows * RowHeight + ColumnSlack);
  m_list->setGridSize({width, RowHeight});
}

void ConnectionDetails::resizeEvent(QResizeEvent *event) {
  QFrame::resizeEvent(event);
  fit();
}

void ConnectionDetails::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Tokens &t = tokens();
  drawBox(&painter, rect(), t.base, t.hair);
  painter.setClipRect(m_head->geometry());
  drawBox(&painter, rect(), t.window, t.hair);
  painter.fillRect(QRect(0, m_head->geometry().bottom(), width(), 1), t.hair);
}

} // namespace oxp
