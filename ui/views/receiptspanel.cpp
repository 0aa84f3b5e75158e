// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/receiptspanel.h"

#include "models/format.h"
#include "models/receiptsmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/views/receiptrow.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <utility>

namespace oxp {
namespace {

constexpr int HeadHeight = 28, Margin = 12, BesideFrom = 720; // px
constexpr int ClockMs = 1'000;

/// Only room: the row is a widget with buttons.
class RoomDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override {
    return {0, qMax(ReceiptRow::Height, option.fontMetrics.height() + 14)};
  }
  void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override {}
};

} // namespace

ReceiptsPanel::ReceiptsPanel(ReceiptsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_head(new QWidget)
    , m_title(new TextLabel(tr("Receipts")))
    , m_count(new TextLabel({}, Tint::Text2))
    , m_dismissAll(new QPushButton(tr("Dismiss all")))
    , m_list(new QListView) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 1, 0, 0); // the rule above
  column->setSpacing(0);
  setupHead();
  setupList();
  m_clock.setInterval(ClockMs);
  connect(&m_clock, &QTimer::timeout, this, &ReceiptsPanel::tick);
  addRows(0, model.rowCount() - 1);
  updateHead();
}

void ReceiptsPanel::setupHead() {
  m_head->setFixedHeight(qMax(HeadHeight, fontMetrics().height() + 10));
  auto *row = new QHBoxLayout(m_head);
  row->setContentsMargins(Margin, 0, Margin - 4, 0);
  row->setSpacing(8);
  m_title->setFont(fonts::uiBold());
  m_count->setFont(fonts::small());
  setButtonKind(m_dismissAll, ButtonKind::Flat);
  m_dismissAll->setAccessibleName(tr("Dismiss all"));
  connect(m_dismissAll, &QPushButton::clicked, &m_model, &ReceiptsModel::dismissAll);
  row->addWidget(m_title);
  row->addWidget(m_count, 1);
  row->addWidget(m_dismissAll);
  layout()->addWidget(m_head);
}

void ReceiptsPanel::setupList() {
  m_list->setAccessibleName(tr("Receipts"));
  m_list->setObjectName(QStringLiteral("Receipts"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new RoomDelegate(m_list));
  m_list->setSelectionMode(QAbstractItemView::SingleSelection);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setModel(&m_model);
  m_list->installEventFilter(this);
  layout()->addWidget(new RowWidgetsFrame(m_list));
  connect(&m_model, &QAbstractItemModel::rowsInserted, this,
          [this](const QModelIndex &, int first, int last) {
            addRows(first, last);
            updateHead();
          });
  connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ReceiptsPanel::updateHead);
  connect(&m_model, &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex &first, const QModelIndex &last) {
            for (int row = first.row(); row <= last.row(); ++row)
              fill(row);
            updateHead();
          });
  connect(&m_model, &ReceiptsModel::spoke, this, [this](int row) {
    if (ReceiptRow *widget = rowAt(row))
      widget->announce();
  });
}

ReceiptRow *ReceiptsPanel::rowAt(int row) const {
  return qobject_cast<ReceiptRow *>(m_list->indexWidget(m_model.index(row)));
}

int ReceiptsPanel::rowOf(const ReceiptRow *widget) const {
  for (int row = 0; row < m_model.rowCount(); ++row)
    if (rowAt(row) == widget)
      return row;
  return -1;
}

void ReceiptsPanel::addRows(int first, int last) {
  for (int row = first; row <= last; ++row) {
    auto *widget = new ReceiptRow;
    connect(widget, &ReceiptRow::showWanted, this, [this, widget] {
      if (const int at = rowOf(widget); at >= 0)
        emit showWanted(m_model.at(at));
    });
    connect(widget, &ReceiptRow::undoWanted, this, [this, widget] {
      if (const int at = rowOf(widget); at >= 0)
        emit undoWanted(m_model.at(at));
    });
    connect(widget, &ReceiptRow::dismissWanted, this, [this, widget] { m_model.dismiss(rowOf(widget)); });
    m_list->setIndexWidget(m_model.index(row), widget);
    fill(row);
  }
  m_list->scrollToTop();
}

void ReceiptsPanel::fill(int row) {
  ReceiptRow *widget = rowAt(row);
  if (!widget)
    return;
  const Receipt &receipt = m_model.at(row);
  widget->setReceipt(receipt, m_model.now(receipt), m_model.index(row).data().toString());
}

void ReceiptsPanel::setShownRows(int rows) {
  if (std::exchange(m_shownRows, rows) != rows)
    updateHead();
}

void ReceiptsPanel::updateHead() {
  const int count = m_model.rowCount(), followed = m_model.followedCount();
  setVisible(count > 0);
  QStringList words;
  if (count > 1)
    words << QLocale().toString(count);
  if (followed > 0)
    words << (count > 1 ? tr("%n still followed", nullptr, followed) : tr("still followed"));
  if (count > m_shownRows)
    words << tr("%n more below", nullptr, count - m_shownRows);
  m_count->setText(format::joined(words));
  placeHead();
  const int rowHeight = count > 0 ? m_list->sizeHintForRow(0) : ReceiptRow::Height;
  m_list->setFixedHeight(qMin(count, m_shownRows) * rowHeight);
  if (count > 0)
    m_clock.start();
  else
    m_clock.stop();
}

/// In a low window each line counts: there one receipt has no head, and the head of several stands beside the
/// row that shows, where that leaves it enough room.
void ReceiptsPanel::placeHead() {
  const bool low = m_shownRows == 1, beside = low && width() >= BesideFrom;
  m_head->setVisible(!low || m_model.rowCount() > 1);
  m_title->setVisible(!beside);
  static_cast<QBoxLayout *>(layout())->setDirection(beside ? QBoxLayout::RightToLeft
                                                           : QBoxLayout::TopToBottom);
}

void ReceiptsPanel::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  placeHead();
}

/// For how long, and how long ago.
void ReceiptsPanel::tick() {
  if (!isVisible())
    return;
  for (int row = 0; row < m_model.rowCount(); ++row)
    if (m_list->visualRect(m_model.index(row)).intersects(m_list->viewport()->rect()))
      fill(row);
}

void ReceiptsPanel::paintEvent(QPaintEvent *) {
  QPainter(this).fillRect(QRect(0, 0, width(), 1), tokens().hair);
}

bool ReceiptsPanel::eventFilter(QObject *watched, QEvent *event) {
  const auto *key = watched == m_list ? dynamic_cast<QKeyEvent *>(event) : nullptr;
  if (key && key->type() == QEvent::ShortcutOverride && key->key() == Qt::Key_Delete) {
    event->accept(); // here it puts a receipt away, and removes no job
    return true;
  }
  if (key && key->type() == QEvent::KeyPress) {
    const QModelIndex current = m_list->currentIndex();
    if (key->key() == Qt::Key_Delete && current.isValid()) {
      m_model.dismiss(current.row());
      return true;
    }
    if (key->key() == Qt::Key_Return && current.isValid() && m_model.at(current.row()).isThere()) {
      emit showWanted(m_model.at(current.row()));
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace oxp
