// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/drawntexts.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

namespace oxp::test {
namespace {

/// Draws nothing, and notes each text.
class NotingEngine : public QPaintEngine {
public:
  NotingEngine()
      : QPaintEngine(AllFeatures) {}

  bool begin(QPaintDevice *) override { return true; }
  bool end() override { return true; }
  Type type() const override { return User; }
  void updateState(const QPaintEngineState &) override {}
  void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
  void drawPath(const QPainterPath &) override {}
  void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
  void drawTextItem(const QPointF &start, const QTextItem &item) override;

  std::vector<DrawnText> texts;
};

void NotingEngine::drawTextItem(const QPointF &start, const QTextItem &item) {
  QString words = item.text();
  const QFontMetricsF metrics(item.font());
  while (words.endsWith(u' '))
    words.chop(1);
  if (words.isEmpty())
    return;
  const qreal spaces = metrics.horizontalAdvance(item.text()) - metrics.horizontalAdvance(words);
  const QRectF ink = metrics.tightBoundingRect(words);
  const QRectF place(start.x(), start.y() + ink.top(), item.width() - spaces, ink.height());
  const QTransform way = painter()->deviceTransform();
  DrawnText text{words, way.mapRect(place), {}};
  if (painter()->hasClipping())
    text.clip = way.mapRect(painter()->clipBoundingRect());
  // What is selected is drawn by itself, and the rest of the line around it: two clips of one text.
  for (DrawnText &before : texts)
    if (before.text == text.text && before.place == text.place) {
      before.clip |= text.clip;
      return;
    }
  texts.push_back(text);
}

class NotingDevice : public QPaintDevice {
public:
  explicit NotingDevice(const QWidget &widget)
      : m_widget(widget) {}

  QPaintEngine *paintEngine() const override { return &m_engine; }
  const std::vector<DrawnText> &texts() const { return m_engine.texts; }

protected:
  int metric(PaintDeviceMetric metric) const override {
    switch (metric) {
    case PdmWidth:
      return m_widget.width();
    case PdmHeight:
      return m_widget.height();
    case PdmDepth:
      return 32;
    case PdmDevicePixelRatio:
      return 1;
    case PdmDevicePixelRatioScaled:
      return int(devicePixelRatioFScale());
    case PdmDpiX:
    case PdmPhysicalDpiX:
      return m_widget.logicalDpiX();
    case PdmDpiY:
    case PdmPhysicalDpiY:
      return m_widget.logicalDpiY();
    default:
      return QPaintDevice::metric(metric);
    }
  }

private:
  const QWidget &m_widget;
  mutable NotingEngine m_engine;
};

} // namespace

std::vector<DrawnText> drawnTexts(QWidget &widget) {
  NotingDevice device(widget);
  QPainter painter(&device);
  widget.render(&painter, QPoint(), QRegion(), QWidget::RenderFlags());
  painter.end();
  return device.texts();
}

} // namespace oxp::test
