// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/searchcompleter.h"

#include "bull/jobstate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

#include <algorithm>

namespace oxp {

namespace {

using search::Field;
using search::Spot;

constexpr int MostOffers = 12;
constexpr int TextRole = Qt::UserRole + 1; ///< what is put into the query; shown is its meaning too
constexpr int OperatorWidth = 4;           ///< characters

using Offers = std::vector<SearchOffer>;

QStringList fieldNames(const QString &word, const search::FieldPaths &paths) {
  QStringList offers;
  for (int field = int(Field::Id); field <= int(Field::Result); ++field) {
    const QString name = search::fieldName(Field(field));
    if (name.startsWith(word, Qt::CaseInsensitive))
      offers << name;
  }
  for (const QString &path : paths.matching(word, MostOffers)) {
    if (!offers.contains(path))
      offers << path;
  }
  return offers;
}

/// None when all that could be offered stands there already.
Offers fieldOffers(const QString &word, const search::FieldPaths &paths) {
  const QStringList names = word.isEmpty() ? QStringList() : fieldNames(word, paths);
  if (names.size() == 1 && names.front() == word)
    return {};
  Offers offers;
  for (const QString &name : names.first(std::min<qsizetype>(names.size(), MostOffers)))
    offers.push_back({name, {}});
  return offers;
}

Offers stateOffers(const QString &word) {
  Offers offers;
  for (const JobState state : ShownStates) {
    const QString name = QString::fromLatin1(stateWord(state));
    if (name.startsWith(word, Qt::CaseInsensitive))
      offers.push_back({name, {}});
  }
  return offers;
}

enum class Sort { Text, State, Number, Time, Any };

Sort sortOf(Field field) {
  switch (field) {
  case Field::Id:
  case Field::Name:
  case Field::Error:
  case Field::Failure:
    return Sort::Text;
  case Field::State:
    return Sort::State;
  case Field::Attempts:
  case Field::Priority:
  case Field::Size:
    return Sort::Number;
  case Field::Created:
  case Field::Processed:
  case Field::Finished:
  case Field::Due:
    return Sort::Time;
  default:
    return Sort::Any;
  }
}

/// The operators that make sense for a field, the likeliest first.
Offers operatorOffers(Field field) {
  const Offers equal{{u"="_qs, SearchCompleter::tr("is equal to")},
                     {u"!="_qs, SearchCompleter::tr("is not equal to")}};
  const Offers within{{u":"_qs, SearchCompleter::tr("contains")},
                      {u"~"_qs, SearchCompleter::tr("matches a regular expression")}};
  const Offers size{{u">"_qs, SearchCompleter::tr("is greater than")},
                    {u">="_qs, SearchCompleter::tr("is at least")},
                    {u"<"_qs, SearchCompleter::tr("is less than")},
                    {u"<="_qs, SearchCompleter::tr("is at most")}};
  const Offers time{{u">"_qs, SearchCompleter::tr("is after")},
                    {u"<"_qs, SearchCompleter::tr("is before")},
                    {u"="_qs, SearchCompleter::tr("is within")}};
  Offers offers;
  const auto add = [&offers](const Offers &more) { offers.insert(offers.end(), more.begin(), more.end()); };
  const Sort sort = sortOf(field);
  if (sort == Sort::Time)
    return time;
  add(equal);
  if (sort == Sort::Text || sort == Sort::Any)
    add(within);
  if (sort == Sort::Number || sort == Sort::Any)
    add(size);
  return offers;
}

QString shownText(const SearchOffer &offer) {
  return offer.meaning.isEmpty() ? offer.text : offer.text.leftJustified(OperatorWidth) + offer.meaning;
}

} // namespace

SearchCompleter::SearchCompleter(QLineEdit *field, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_model(new QStandardItemModel(this))
    , m_popup(new QCompleter(m_model, this)) {
  m_popup->setWidget(field);
  m_popup->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_popup->setCompletionRole(TextRole);
  m_popup->setMaxVisibleItems(MostOffers);
  m_popup->popup()->setAccessibleName(tr("Search suggestions"));
  m_popup->popup()->setObjectName(QStringLiteral("Search suggestions"));
  m_popup->popup()->setFont(field->font());
  m_popup->popup()->installEventFilter(this);
  connect(m_popup, qOverload<const QString &>(&QCompleter::activated), this, &SearchCompleter::take);
  connect(field, &QLineEdit::textEdited, this, [this] {
    m_typing = true;
    offer();
  });
  connect(field, &QLineEdit::returnPressed, this, [this] {
    m_typing = false;
    m_popup->popup()->hide();
  });
}

void SearchCompleter::setPaths(search::FieldPaths paths) {
  m_paths = std::move(paths);
  if (m_typing)
    offer();
}

Offers SearchCompleter::offers(const QString &text, qsizetype caret) const {
  const Spot spot = search::spotAt(text, caret);
  const bool isState = spot.path && spot.path->root == Field::State && spot.path->steps.empty();
  switch (spot.wants) {
  case Spot::Wants::Field:
    return fieldOffers(spot.word, m_paths);
  case Spot::Wants::Operator:
    // One that stands there already is left alone.
    return spot.path && spot.length == 0 ? operatorOffers(spot.path->root) : Offers();
  case Spot::Wants::Value:
    return isState ? stateOffers(spot.word) : Offers();
  case Spot::Wants::Nothing:
    break;
  }
  return {};
}

/// Esc takes the suggestions away. The completer would let the field have it first, which empties itself.
bool SearchCompleter::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
    m_popup->popup()->hide();
    return true;
  }
  return QObject::eventFilter(watched, event);
}

bool SearchCompleter::isOffering() const {
  return m_popup->popup()->isVisible();
}

void SearchCompleter::offer() {
  const Offers words = offers(m_field->text(), m_field->cursorPosition());
  if (words.empty() || !m_field->hasFocus()) {
    m_popup->popup()->hide();
    return;
  }
  m_model->clear();
  for (const SearchOffer &offer : words) {
    auto *item = new QStandardItem(shownText(offer));
    item->setData(offer.text, TextRole);
    m_model->appendRow(item);
  }
  m_popup->complete();
}

void SearchCompleter::take(const QString &word) {
  const Spot spot = search::spotAt(m_field->text(), m_field->cursorPosition());
  const bool goesOn = spot.wants == Spot::Wants::Field || spot.wants == Spot::Wants::Operator;
  QString text = m_field->text();
  text.replace(spot.start, spot.length, goesOn ? word + u' ' : word);
  m_field->setText(text);
  m_field->setCursorPosition(int(spot.start + word.size() + goesOn));
  offer();
}

} // namespace oxp
