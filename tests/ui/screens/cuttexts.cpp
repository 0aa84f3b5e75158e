// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/cuttexts.h"

#include "ui/screens/drawntexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QToolTip>

#include <algorithm>
#include <optional>

namespace oxp::test {
namespace {

constexpr qreal Tolerance = 2; // px: the room beside a glyph, and what rounding takes
constexpr int Levels = 12;     // of widgets within each other whose layouts may have work left
constexpr QChar Ellipsis = u'…';

/// How far a text may be away and still be reached.
struct Reach {
  QRectF rect;
  bool sideways = false, downwards = false; ///< it may be scrolled to
};

bool scrolls(const QScrollBar *bar) {
  return bar && bar->maximum() > bar->minimum();
}

/// The part of the widget that its ancestors let show.
Reach reachOf(const QWidget *widget) {
  Reach reach{QRectF(widget->rect())};
  if (const auto *field = qobject_cast<const QLineEdit *>(widget))
    reach.sideways = !field->text().isEmpty(); // the caret goes along what was typed
  QPoint offset;
  for (const QWidget *at = widget; at; at = at->parentWidget()) {
    const QAbstractScrollArea *area = qobject_cast<const QAbstractScrollArea *>(at->parentWidget());
    if (qobject_cast<const QHeaderView *>(area)) // goes along with its table
      area = qobject_cast<const QAbstractScrollArea *>(area->parentWidget());
    if (area && (at == area->viewport() || at->parentWidget()->parentWidget() == area)) {
      reach.sideways |= scrolls(area->horizontalScrollBar());
      reach.downwards |= scrolls(area->verticalScrollBar());
    }
    QRectF shown = QRectF(at->rect()).translated(-offset);
    if (reach.sideways)
      shown = QRectF(reach.rect.x(), shown.y(), reach.rect.width(), shown.height());
    if (reach.downwards)
      shown = QRectF(shown.x(), reach.rect.y(), shown.width(), reach.rect.height());
    reach.rect &= shown;
    if (at->isWindow())
      break;
    offset += at->pos();
  }
  return reach;
}

/// Whether all of it shows, but for what can be scrolled to.
bool isWhole(const DrawnText &drawn, const Reach &reach) {
  QRectF shown = reach.rect;
  if (!drawn.clip.isEmpty())
    shown &= drawn.clip;
  if (reach.sideways)
    shown.setRect(drawn.place.x(), shown.y(), drawn.place.width(), shown.height());
  if (reach.downwards)
    shown.setRect(shown.x(), drawn.place.y(), shown.width(), drawn.place.height());
  return shown.adjusted(-Tolerance, -Tolerance, Tolerance, Tolerance).contains(drawn.place);
}

/// The texts that the widget was given: one that holds an ellipsis was not shortened by it.
QStringList givenTexts(const QWidget *widget, const QPoint &place) {
  if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
    return {button->text().remove(u'&')};
  if (const auto *label = qobject_cast<const QLabel *>(widget))
    return {label->text()};
  if (const auto *line = qobject_cast<const QLineEdit *>(widget))
    return {line->placeholderText(), line->text()};
  if (const auto *box = qobject_cast<const QComboBox *>(widget))
    return {box->currentText()};
  if (const auto *group = qobject_cast<const QGroupBox *>(widget))
    return {group->title()};
  if (const auto *menu = qobject_cast<const QMenu *>(widget)) {
    const QAction *action = menu->actionAt(place);
    return {action ? action->text().remove(u'&') : QString()};
  }
  if (const auto *view = qobject_cast<const QAbstractItemView *>(widget->parentWidget()))
    return {view->indexAt(place).data().toString()};
  return {};
}

/// As a person gets it who lets the pointer rest there.
QString tipAt(QWidget *widget, const QPoint &place) {
  const QString none = QStringLiteral("\u2063");
  const QPoint global = widget->mapToGlobal(place);
  QToolTip::showText(global, none, widget);
  QHelpEvent rest(QEvent::ToolTip, place, global);
  QApplication::sendEvent(widget, &rest);
  const QString tip = QToolTip::text();
  return tip == none ? QString() : tip;
}

/// What is left of `whole` where it was shortened to `shown`; nothing where it could not have become that.
std::optional<QString> hiddenPart(const QString &whole, const QString &shown) {
  const qsizetype dots = shown.indexOf(Ellipsis);
  const QString head = shown.left(dots).trimmed(), tail = shown.mid(dots + 1).trimmed();
  const qsizetype from = whole.indexOf(head);
  const qsizetype to = tail.isEmpty() ? whole.size() : whole.indexOf(tail, from + head.size());
  if (from < 0 || to < from + head.size() || whole.size() < shown.size())
    return std::nullopt;
  return whole.mid(from + head.size(), to - from - head.size());
}

/// By the line of a tool tip that tells it, which may say more besides.
std::optional<QString> hiddenPartIn(const QString &tip, const QString &shown) {
  for (const QString &text : {tip, QTextDocumentFragment::fromHtml(tip).toPlainText()}) {
    for (const QString &line : text.split(u'\n'))
      if (const std::optional<QString> hidden = hiddenPart(line, shown))
        return hidden;
    if (const std::optional<QString> hidden = hiddenPart(text, shown))
      return hidden;
  }
  return std::nullopt;
}

bool isShortened(const QWidget *widget, const DrawnText &drawn) {
  if (!drawn.text.contains(Ellipsis))
    return false;
  const QStringList given = givenTexts(widget, drawn.place.center().toPoint());
  return std::none_of(given.begin(), given.end(),
                      [&](const QString &text) { return text.contains(drawn.text); });
}

std::optional<QString> toldPart(QWidget *widget, const DrawnText &drawn) {
  return hiddenPartIn(tipAt(widget, drawn.place.center().toPoint()), drawn.text);
}

QString nameOf(const QWidget *widget) {
  QStringList way;
  for (; widget && way.size() < 4; widget = widget->parentWidget())
    way.prepend(QLatin1String(widget->metaObject()->className()) + u'(' +
                (widget->accessibleName().isEmpty() ? widget->objectName() : widget->accessibleName()) +
                u')');
  return way.join(u'/');
}

QString inWords(const QRectF &rect) {
  const QRect whole = rect.toAlignedRect();
  return QStringLiteral("%1,%2 %3x%4").arg(whole.x()).arg(whole.y()).arg(whole.width()).arg(whole.height());
}

QString complaint(const char *what, const QWidget *widget, const DrawnText &drawn, const Reach &reach) {
  return QStringLiteral("%1 \"%2\" in %3: at %4 of %5, painted in %6")
      .arg(QLatin1String(what), drawn.text, nameOf(widget), inWords(drawn.place), inWords(reach.rect),
           inWords(drawn.clip));
}

/// Texts that lie wholly in a part that is scrolled away or behind its clip are not drawn for anybody.
bool showsAtAll(const DrawnText &drawn, const QRectF &rect) {
  return drawn.place.intersects(rect) && (drawn.clip.isEmpty() || drawn.place.intersects(drawn.clip));
}

/// Buttons and labels that are so small that not even an ellipsis had room.
bool hidesItsWords(QWidget *widget, const std::vector<DrawnText> &drawn) {
  const bool has = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLabel *>(widget);
  const QString words = has ? givenTexts(widget, {}).constFirst().trimmed() : QString();
  return !words.isEmpty() && drawn.empty() && !tipAt(widget, widget->rect().center()).contains(words);
}

void look(QWidget *widget, QStringList &found) {
  const Reach reach = reachOf(widget);
  const std::vector<DrawnText> texts = drawnTexts(*widget);
  if (hidesItsWords(widget, texts))
    found << QStringLiteral("nothing of the words of ") + nameOf(widget);
  for (const DrawnText &drawn : texts) {
    if (!isWhole(drawn, reach))
      found << complaint("cut", widget, drawn, reach);
    else if (isShortened(widget, drawn) && showsAtAll(drawn, widget->rect()) && !toldPart(widget, drawn))
      found << complaint("shortened without a tool tip", widget, drawn, reach);
  }
}

/// The window and all that shows in it.
QWidgetList shownParts(QWidget &window) {
  for (int level = 0; level < Levels; ++level)
    QCoreApplication::sendPostedEvents(); // a layout asks the next outer one
  QWidgetList parts{&window};
  for (QWidget *widget : window.findChildren<QWidget *>())
    if (widget->isVisible() && widget->window() == &window)
      parts << widget;
  return parts;
}

} // namespace

QStringList cutTexts(QWidget &window) {
  QStringList found;
  for (QWidget *widget : shownParts(window))
    look(widget, found);
  return found;
}

std::vector<ShortenedText> shortenedTexts(QWidget &window) {
  std::vector<ShortenedText> found;
  for (QWidget *widget : shownParts(window))
    for (const DrawnText &drawn : drawnTexts(*widget))
      if (isShortened(widget, drawn) && showsAtAll(drawn, widget->rect()))
        found.push_back({drawn.text, toldPart(widget, drawn).value_or(QString())});
  return found;
}

} // namespace oxp::test
