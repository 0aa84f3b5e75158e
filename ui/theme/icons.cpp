// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

const char *fileName(IconId id) {
  switch (id) {
  case IconId::Waiting:
    return "waiting";
  case IconId::Active:
    return "active";
  case IconId::Delayed:
    return "delayed";
  case IconId::Prioritized:
    return "prioritized";
  case IconId::WaitingChildren:
    return "waiting-children";
  case IconId::Completed:
    return "completed";
  case IconId::Failed:
    return "failed";
  case IconId::Paused:
    return "paused";
  case IconId::Schedulers:
    return "schedulers";
  case IconId::Latest:
    return "latest";
  case IconId::Search:
    return "search";
  case IconId::Filter:
    return "filter";
  case IconId::Plus:
    return "plus";
  case IconId::Minus:
    return "minus";
  case IconId::Edit:
    return "edit";
  case IconId::More:
    return "more";
  case IconId::Play:
    return "play";
  case IconId::Retry:
    return "retry";
  case IconId::Close:
    return "close";
  case IconId::ChevronRight:
    return "chevron-right";
  case IconId::ChevronLeft:
    return "chevron-left";
  case IconId::ChevronDown:
    return "chevron-down";
  case IconId::ChevronUp:
    return "chevron-up";
  case IconId::Database:
    return "database";
  case IconId::Plug:
    return "plug";
  case IconId::Shield:
    return "shield";
  case IconId::Lock:
    return "lock";
  case IconId::Eye:
    return "eye";
  case IconId::EyeOff:
    return "eye-off";
  case IconId::Warn:
    return "warn";
  case IconId::Info:
    return "info";
  case IconId::Check:
    return "check";
  case IconId::User:
    return "user";
  case IconId::Live:
    return "live";
  case IconId::Compare:
    return "compare";
  case IconId::Arrow:
    return "arrow";
  case IconId::Key:
    return "key";
  case IconId::Trash:
    return "trash";
  case IconId::Copy:
    return "copy";
  case IconId::Bird:
    return "bird";
  case IconId::Promote:
    return "promote";
  case IconId::Export:
    return "export";
  case IconId::Import:
    return "import";
  case IconId::Columns:
    return "columns";
  case IconId::Pin:
    return "pin";
  case IconId::Undo:
    return "undo";
  case IconId::Runs:
    return "runs";
  case IconId::Skip:
    return "skip";
  case IconId::Unknown:
    return "unknown";
  case IconId::Square:
    return "square";
  case IconId::Diamond:
    return "diamond";
  case IconId::Circle:
    return "circle";
  case IconId::SquareFilled:
    return "square-filled";
  case IconId::DiamondFilled:
    return "diamond-filled";
  case IconId::CircleFilled:
    return "circle-filled";
  }
  return "info";
}

/// The SVG text of a drawing; read once.
const QByteArray &source(IconId id) {
  static QHash<int, QByteArray> texts;
  QByteArray &text = texts[int(id)];
  if (text.isEmpty()) {
    QFile file(u":/icons/"_s + QLatin1String(fileName(id)) + u".svg"_s);
    if (file.open(QIODevice::ReadOnly))
      text = file.readAll();
  }
  return text;
}

/// From this size on a drawing is an illustration and has thin lines.
constexpr int LargeDrawing = 64;

QPixmap rendered(IconId id, const QColor &colour, int size, int pixels) {
  QByteArray text = source(id);
  text.replace("currentColor", colour.name().toLatin1());
  if (size >= LargeDrawing)
    text.replace("stroke-width=\"1.5\"", "stroke-width=\"0.55\"");
  QSvgRenderer renderer(text);
  QPixmap pixmap(pixels, pixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter, QRectF(0, 0, pixels, pixels));
  return pixmap;
}

/// Asks the theme for its colour whenever it is drawn.
class ThemedIconEngine : public QIconEngine {
public:
  ThemedIconEngine(IconId id, Tint tint)
      : m_id(id)
      , m_tint(tint) {}

  void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
    drawIcon(painter, rect, m_id, colour(mode), qMin(rect.width(), rect.height()));
  }

  QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override {
    return iconPixmap(m_id, colour(mode), qMin(size.width(), size.height()));
  }

  QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override {
    return iconPixmap(m_id, colour(mode), qRound(qMin(size.width(), size.height()) / scale), scale);
  }

  QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
  bool isNull() override { return false; }

private:
  QColor colour(QIcon::Mode mode) const {
    return tokens().tint(mode == QIcon::Disabled ? Tint::Text3 : m_tint);
  }

  IconId m_id;
  Tint m_tint;
};

} // namespace

QPixmap iconPixmap(IconId id, const QColor &colour, int size, qreal devicePixelRatio) {
  const int pixels = qRound(size * devicePixelRatio);
  const QString key = u"oxp-icon-%1-%2-%3-%4"_s.arg(int(id)).arg(colour.rgba(), 0, 16).arg(size).arg(pixels);
  QPixmap pixmap;
  if (!QPixmapCache::find(key, &pixmap)) {
    pixmap = rendered(id, colour, size, pixels);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
  }
  return pixmap;
}

QIcon icon(IconId id, Tint tint) {
  return QIcon(new ThemedIconEngine(id, tint));
}

QIcon applicationIcon() {
  return QIcon(u":/icons/oxpecker.svg"_s);
}

IconId iconNamed(QByteArrayView name) {
  for (int id = 0; id < IconCount; ++id)
    if (name == QByteArrayView(fileName(IconId(id))))
      return IconId(id);
  return IconId::Info;
}

IconId iconOf(JobState state) {
  switch (state) {
  case JobState::Waiting:
    return IconId::Waiting;
  case JobState::Active:
    return IconId::Active;
  case JobState::Delayed:
    return IconId::Delayed;
  case JobState::Prioritized:
    return IconId::Prioritized;
  case JobState::WaitingChildren:
    return IconId::WaitingChildren;
  case JobState::Completed:
    return IconId::Completed;
  case JobState::Failed:
    return IconId::Failed;
  case JobState::Unknown:
    break;
  }
  return IconId::Minus;
}

IconId markOf(Environment environment, bool connected) {
  switch (environment) {
  case Environment::Production:
    return connected ? IconId::SquareFilled : IconId::Square;
  case Environment::Staging:
    return connected ? IconId::DiamondFilled : IconId::Diamond;
  case Environment::Local:
    break;
  }
  return connected ? IconId::CircleFilled : IconId::Circle;
}

void drawIcon(QPainter *painter, const QRect &rect, IconId id, const QColor &colour, int size) {
  const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
  // An odd pixel goes above: the middle of small letters lies below the middle of their line.
  const QPoint corner(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size + 1) / 2);
  painter->drawPixmap(corner, iconPixmap(id, colour, size, ratio));
}

} // namespace oxp
