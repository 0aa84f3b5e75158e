// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/attemptsview.h"

#include "models/format.h"
#include "ui/panes/attemptsdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/rowwidgets.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPersistentModelIndex>
#include <QPushButton>
#include <QScrollBar>

namespace oxp {
namespace {

constexpr qsizetype DescribedText = 60; ///< bytes of a line in the description of its buttons

using Kind = AttemptsModel::RowKind;

Kind kindOf(const QModelIndex &index) {
  return Kind(index.data(AttemptsModel::RowKindRole).toInt());
}

bool opens(Kind kind) {
  return kind == Kind::Attempt || kind == Kind::Fold;
}

} // namespace

AttemptsView::AttemptsView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new AttemptsModel(this)) {
  setObjectName(QStringLiteral("Attempts"));
  setAccessibleName(tr("Attempts"));
  setModel(m_model);
  setItemDelegate(new AttemptsDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setHeaderHidden(true);
  header()->setStretchLastSection(true);
  header()->setMinimumSectionSize(0);
  setIndentation(0);
  setRootIsDecorated(false);
  setExpandsOnDoubleClick(false);
  setAnimated(false);
  setEditTriggers(NoEditTriggers);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAttribute(Qt::WA_Hover);
  connect(m_model, &QAbstractItemModel::rowsInserted, this,
          [this](const QModelIndex &parent, int first, int last) {
            if (!parent.isValid())
              openAtFirst(first, last);
            else if (isExpanded(parent))
              addButtons(parent);
          });
  connect(this, &QTreeView::expanded, this, &AttemptsView::addButtons);
}

void AttemptsView::setStory(FailureStory story) {
  m_model->setStory(std::move(story));
  openAtFirst(0, m_model->rowCount() - 1);
  scrollToTop();
}

/// What stands at the top of the view stays there.
void AttemptsView::mergeStory(FailureStory story) {
  const QPersistentModelIndex top(indexAt(QPoint(1, 1)));
  const int before = top.isValid() ? visualRect(top).y() : 0;
  m_model->merge(std::move(story));
  if (!top.isValid())
    return;
  executeDelayedItemsLayout();
  verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(top).y() - before);
}

void AttemptsView::openAtFirst(int first, int last) {
  for (int row = first; row <= last; ++row) {
    const QModelIndex index = m_model->index(row, 0);
    if (m_model->opensAtFirst(index))
      expand(index);
  }
}

void AttemptsView::setFrames(AttemptsModel::Frames frames) {
  m_model->setFrames(frames);
}

/// The rows that say how much is left out get their buttons when they come to be seen.
void AttemptsView::addButtons(const QModelIndex &attempt) {
  if (attempt.parent().isValid())
    return;
  for (int row = 0; row < m_model->rowCount(attempt); ++row) {
    const QModelIndex index = m_model->index(row, 0, attempt);
    const Kind kind = kindOf(index);
    if ((kind == Kind::LongNote || kind == Kind::LeftOut) && !indexWidget(index))
      setIndexWidget(index, buttonsFor(index));
  }
}

QWidget *AttemptsView::buttonsFor(const QModelIndex &note) {
  auto *box = new RowWidget;
  auto *row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 8, 2);
  row->setSpacing(0);
  row->addStretch();
  const QPersistentModelIndex place(note);
  //: %1 is an attempt, %2 the beginning of one of its lines
  const QString whose = tr("%1: %2").arg(note.parent().data().toString(),
                                         format::safeText(m_model->textOf(note), DescribedText));
  const auto add = [&](const QString &words, const QString &name, const std::function<void()> &pressed) {
    auto *button = new QPushButton(words);
    button->setFont(fonts::small());
    button->setAccessibleName(name);
    button->setObjectName(name);
    button->setAccessibleDescription(whose);
    button->setAutoDefault(false);
    setButtonKind(button, ButtonKind::Flat);
    button->setFixedHeight(22);
    connect(button, &QPushButton::clicked, this, pressed);
    row->addWidget(button);
  };
  const QString size = format::sizeText(m_model->textOf(note).size());
  //: %1 is a size, such as 1.2 MB
  add(tr("Show all %1").arg(size), tr("Show all"), [this, place] { showFull(place); });
  add(tr("Copy"), tr("Copy"), [this, place] { emit copyWanted(m_model->textOf(place)); });
  add(tr("Save to file…"), tr("Save to file"), [this, place] { emit saveWanted(m_model->textOf(place)); });
  return box;
}

void AttemptsView::showFull(const QModelIndex &index) {
  const QModelIndex attempt = index.parent().isValid() ? index.parent() : index;
  emit fullTextWanted(attempt.data().toString(), m_model->textOf(index));
}

/// What Return and a click do to a row.
void AttemptsView::use(const QModelIndex &index) {
  const Kind kind = kindOf(index);
  if (opens(kind))
    setExpanded(index, !isExpanded(index));
  else if (kind == Kind::LongText || kind == Kind::LongNote || kind == Kind::LeftOut)
    showFull(index);
}

bool AttemptsView::find(const QString &text, bool matchCase, bool backwards) {
  const QModelIndex hit =
      m_model->find(text, matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive, currentIndex(), backwards);
  if (!hit.isValid())
    return false;
  for (QModelIndex up = hit.parent(); up.isValid(); up = up.parent())
    expand(up);
  setCurrentIndex(hit);
  scrollTo(hit);
  return true;
}

void AttemptsView::mouseReleaseEvent(QMouseEvent *event) {
  QTreeView::mouseReleaseEvent(event);
  const QModelIndex index = indexAt(event->position().toPoint());
  if (event->button() != Qt::LeftButton || !index.isValid() || index != currentIndex())
    return;
  if (AttemptsDelegate::copyRect(visualRect(index), index).contains(event->position().toPoint()))
    emit copyWanted(m_model->textOf(index));
  else if (opens(kindOf(index)))
    use(index);
}

void AttemptsView::keyPressEvent(QKeyEvent *event) {
  const QModelIndex index = currentIndex();
  if (event->matches(QKeySequence::Copy) && index.isValid()) {
    emit copyWanted(m_model->textOf(index));
  } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid()) {
    use(index);
  } else {
    QTreeView::keyPressEvent(event);
  }
}

/// Lines wrap anew.
void AttemptsView::resizeEvent(QResizeEvent *event) {
  QTreeView::resizeEvent(event);
  if (event->size().width() != event->oldSize().width())
    scheduleDelayedItemsLayout();
}

void AttemptsView::contextMenuEvent(QContextMenuEvent *event) {
  const QModelIndex index =
      event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
  if (!index.isValid())
    return;
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const QPersistentModelIndex place(index);
  menu->addAction(tr("Copy"), this, [this, place] { emit copyWanted(m_model->textOf(place)); });
  menu->addAction(tr("Copy this trace"), this, [this, place] { emit copyWanted(m_model->traceOf(place)); });
  menu->addAction(tr("Show all"), this,
                  [this, place] { emit fullTextWanted(tr("Stack trace"), m_model->traceOf(place)); });
  menu->popup(event->globalPos());
}

void AttemptsView::focusInEvent(QFocusEvent *event) {
  QTreeView::focusInEvent(event);
  if (!currentIndex().isValid() && m_model->rowCount() > 0)
    setCurrentIndex(m_model->index(0, 0));
  viewport()->update();
}

void AttemptsView::focusOutEvent(QFocusEvent *event) {
  QTreeView::focusOutEvent(event);
  viewport()->update();
}

} // namespace oxp
