// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowwidgets.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

QAccessibleInterface *interfaceOf(QWidget *widget) {
  return QAccessible::queryAccessibleInterface(widget);
}

class FrameAccessible : public QAccessibleWidget {
public:
  explicit FrameAccessible(RowWidgetsFrame *frame)
      : QAccessibleWidget(frame, QAccessible::Grouping) {}

  int childCount() const override { return 1 + int(frame()->rows().size()); }
  QAccessibleInterface *child(int index) const override {
    if (index == 0)
      return interfaceOf(frame()->view());
    return interfaceOf(frame()->rows().value(index - 1));
  }
  int indexOfChild(const QAccessibleInterface *child) const override {
    if (child && child->object() == frame()->view())
      return 0;
    const auto row = child ? frame()->rows().indexOf(qobject_cast<RowWidget *>(child->object())) : -1;
    return row < 0 ? -1 : int(row) + 1;
  }
  /// The rows lie on the view.
  QAccessibleInterface *childAt(int x, int y) const override {
    for (int i = childCount() - 1; i >= 0; --i)
      if (QAccessibleInterface *one = child(i); one && one->rect().contains(x, y))
        return one;
    return nullptr;
  }

private:
  RowWidgetsFrame *frame() const { return static_cast<RowWidgetsFrame *>(widget()); }
};

class RowAccessible : public QAccessibleWidget {
public:
  explicit RowAccessible(RowWidget *row)
      : QAccessibleWidget(row, QAccessible::Grouping) {}

  QAccessibleInterface *parent() const override {
    for (QWidget *up = widget()->parentWidget(); up; up = up->parentWidget())
      if (qobject_cast<RowWidgetsFrame *>(up))
        return interfaceOf(up);
    return QAccessibleWidget::parent();
  }
};

QAccessibleInterface *make(const QString &, QObject *object) {
  if (auto *frame = qobject_cast<RowWidgetsFrame *>(object))
    return new FrameAccessible(frame);
  if (auto *row = qobject_cast<RowWidget *>(object))
    return new RowAccessible(row);
  return nullptr;
}

void install() {
  static const bool once = [] {
    QAccessible::installFactory(make);
    return true;
  }();
  Q_UNUSED(once)
}

} // namespace

RowWidget::RowWidget(QWidget *parent)
    : QWidget(parent) {
  install();
}

RowWidgetsFrame::RowWidgetsFrame(QAbstractItemView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view) {
  install();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(view);
  setFocusProxy(view);
}

QList<RowWidget *> RowWidgetsFrame::rows() const {
  auto rows = m_view->viewport()->findChildren<RowWidget *>(QString(), Qt::FindDirectChildrenOnly);
  rows.removeIf([](const RowWidget *row) { return row->isHidden(); });
  std::stable_sort(rows.begin(), rows.end(),
                   [](const RowWidget *one, const RowWidget *other) { return one->y() < other->y(); });
  return rows;
}

} // namespace oxp
