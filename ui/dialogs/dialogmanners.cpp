// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogmanners.h"

#include <QCoreApplication>
#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

namespace oxp {
namespace {

constexpr int FrameWidth = 2, TitleHeight = 32; // px that a window manager may add
const char *const Welcomed = "oxpWelcomed";

} // namespace

DialogManners::DialogManners(std::function<void(QDialog *)> help, QObject *parent)
    : QObject(parent)
    , m_help(std::move(help)) {
  QCoreApplication::instance()->installEventFilter(this);
}

/// As high as what is in it, which Qt lets be two thirds of the screen, and never higher than that.
void DialogManners::fit(QDialog &dialog) {
  const QSize room = dialog.screen()->availableSize() - QSize(FrameWidth, TitleHeight);
  dialog.ensurePolished();
  if (!dialog.testAttribute(Qt::WA_Resized))
    dialog.adjustSize();
  const QLayout *layout = dialog.layout();
  const int width = std::min(dialog.width(), room.width());
  const int wanted = !layout                       ? 0
                     : layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                   : layout->totalSizeHint().height();
  dialog.resize(QSize(width, std::max(dialog.height(), wanted)).boundedTo(room));
}

/// Before it is placed and shown: QDialog centres what it has by then.
bool DialogManners::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::Show && !event->spontaneous())
    if (auto *dialog = qobject_cast<QDialog *>(watched))
      welcome(dialog);
  return QObject::eventFilter(watched, event);
}

void DialogManners::welcome(QDialog *dialog) {
  fit(*dialog);
  if (dialog->property(Welcomed).toBool())
    return;
  dialog->setProperty(Welcomed, true);
  auto *keys = new QShortcut(QKeySequence(Qt::Key_F1), dialog);
  connect(keys, &QShortcut::activated, this, [this, dialog] { m_help(dialog); });
}

} // namespace oxp
