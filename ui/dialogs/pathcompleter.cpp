// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pathcompleter.h"

#include "models/format.h"
#include "ui/dialogs/pathofferdelegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

constexpr int MostOffers = 50, MostShown = 8, PopupWidth = 400; // px

QString kindWords(quint8 kinds) {
  using Seen = search::SeenPath;
  const std::pair<Seen::Kind, QString> words[] = {
      {Seen::Text, PathCompleter::tr("text")},         {Seen::Number, PathCompleter::tr("number")},
      {Seen::Boolean, PathCompleter::tr("yes or no")}, {Seen::Object, PathCompleter::tr("object")},
      {Seen::Array, PathCompleter::tr("list")},        {Seen::Null, PathCompleter::tr("null")}};
  QStringList found;
  for (const auto &[kind, word] : words)
    if (kinds & kind)
      found << word;
  if (found.size() > 2)
    return PathCompleter::tr("several kinds");
  return found.size() == 2 ? PathCompleter::tr("%1 or %2").arg(found[0], found[1]) : found.value(0);
}

/// At least 1, and all only where it is all.
QString shareWords(int payloads, int all) {
  const int percent = payloads >= all ? 100 : std::clamp(100 * payloads / std::max(1, all), 1, 99);
  return PathCompleter::tr("in %1 %").arg(percent);
}

QString withRoot(const QString &typed) {
  const bool rooted = QStringView(u"data.").startsWith(typed.left(5)) || typed.startsWith(u"data[");
  return rooted ? typed : typed.startsWith(u'[') ? u"data"_s + typed : u"data."_s + typed;
}

/// Puts the numbers that were typed back in the place of `[*]`, from the left.
QString withNumbers(QString path, const QStringList &numbers) {
  qsizetype from = 0;
  for (const QString &number : numbers) {
    const qsizetype at = path.indexOf(u"[*]", from);
    if (at < 0)
      break;
    path.replace(at, 3, number);
    from = at + number.size();
  }
  return path;
}

} // namespace

std::vector<PathOffer> pathOffers(const search::FieldPaths &paths, const QString &typed) {
  static const QRegularExpression element(u"\\[(\\d+|\\*)\\]"_s);
  const QString text = withRoot(typed.trimmed());
  QStringList numbers;
  for (auto it = element.globalMatch(text); it.hasNext();)
    numbers << it.next().captured();
  std::vector<PathOffer> offers;
  const auto add = [&](const QString &path, const search::SeenPath &seen) {
    offers.push_back({path, kindWords(seen.kinds), shareWords(seen.payloads, paths.payloads())});
  };
  for (const search::SeenPath &seen : paths.found(QString(text).replace(element, u"[*]"_s), MostOffers)) {
    const QString path = withNumbers(seen.path, numbers);
    if (!path.startsWith(u"data"))
      continue;
    add(path, seen);
    if (text.endsWith(u'[') && path == text + u"*]"_s)
      add(text + u"0]"_s, seen);
  }
  const auto same =
      std::find_if(offers.begin(), offers.end(), [&](const auto &one) { return one.path == text; });
  if (same != offers.end() && offers.size() == 1)
    return {};
  if (same != offers.end())
    std::rotate(offers.begin(), same, same + 1);
  return offers;
}

PathCompleter::PathCompleter(QLineEdit *field, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_model(new QStandardItemModel(this))
    , m_popup(new QCompleter(m_model, this)) {
  m_popup->setWidget(field);
  m_popup->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_popup->setMaxVisibleItems(MostShown);
  QAbstractItemView *list = m_popup->popup();
  list->setAccessibleName(tr("Path suggestions"));
  list->setObjectName(QStringLiteral("Path suggestions"));
  list->setItemDelegate(new PathOfferDelegate(list));
  list->installEventFilter(this);
  connect(m_popup, qOverload<const QString &>(&QCompleter::activated), this, &PathCompleter::take);
  connect(field, &QLineEdit::textEdited, this, [this] {
    m_typing = true;
    offer();
  });
}

void PathCompleter::setPaths(const search::FieldPaths &paths) {
  m_paths = paths;
  if (m_typing)
    offer();
}

void PathCompleter::offer() {
  const auto offers = m_enabled && m_field->hasFocus() && !m_field->text().isEmpty()
                          ? pathOffers(m_paths, m_field->text())
                          : std::vector<PathOffer>();
  if (offers.empty())
    return m_popup->popup()->hide();
  m_model->clear();
  for (const PathOffer &offer : offers) {
    auto *item = new QStandardItem(offer.path);
    item->setData(offer.kinds, PathOfferDelegate::KindsRole);
    item->setData(offer.share, PathOfferDelegate::ShareRole);
    item->setData(withRoot(m_field->text().trimmed()).size(), PathOfferDelegate::TypedRole);
    item->setData(format::joined({offer.path, offer.kinds, offer.share}), Qt::AccessibleTextRole);
    m_model->appendRow(item);
  }
  m_popup->complete(QRect(0, 0, PopupWidth, m_field->height()));
  m_popup->popup()->setCurrentIndex(m_popup->completionModel()->index(0, 0));
}

void PathCompleter::take(const QString &path) {
  m_typing = false;
  m_field->setText(path);
}

/// Before the field gets these keys: Esc would close the dialog, Tab would leave the field.
bool PathCompleter::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() != QEvent::KeyPress)
    return QObject::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent *>(event)->key();
  const QModelIndex current = m_popup->popup()->currentIndex();
  const bool takes =
      current.isValid() && (key == Qt::Key_Tab || key == Qt::Key_Return || key == Qt::Key_Enter);
  if (!takes && key != Qt::Key_Escape)
    return QObject::eventFilter(watched, event);
  const QString path = current.data().toString();
  m_popup->popup()->hide();
  m_typing = false;
  if (takes)
    take(path);
  return true;
}

} // namespace oxp
