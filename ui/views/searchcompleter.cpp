// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/searchcompleter.h"

#include "bull/jobstate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace oxp {

namespace {

using search::Field;
using search::Spot;

constexpr int MostOffers = 12;

QStringList fieldOffers(const QString &word, const search::FieldPaths &paths) {
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

QStringList stateOffers(const QString &word) {
  QStringList offers;
  for (const JobState state : ShownStates) {
    const QString name = QString::fromLatin1(stateWord(state));
    if (name.startsWith(word, Qt::CaseInsensitive))
      offers << name;
  }
  return offers;
}

} // namespace

SearchCompleter::SearchCompleter(QLineEdit *field, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_model(new QStringListModel(this))
    , m_popup(new QCompleter(m_model, this)) {
  m_popup->setWidget(field);
  m_popup->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_popup->setMaxVisibleItems(MostOffers);
  m_popup->popup()->setAccessibleName(tr("Search suggestions"));
  m_popup->popup()->setObjectName(QStringLiteral("Search suggestions"));
  m_popup->popup()->setFont(field->font());
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

QStringList SearchCompleter::offers(const QString &text, qsizetype caret) const {
  const Spot spot = search::spotAt(text, caret);
  switch (spot.wants) {
  case Spot::Wants::Field: {
    if (spot.word.isEmpty())
      return {};
    const QStringList offers = fieldOffers(spot.word, m_paths);
    const bool only = offers.size() == 1 && offers.front() == spot.word;
    return only ? QStringList() : offers.first(qMin<qsizetype>(offers.size(), MostOffers));
  }
  case Spot::Wants::Value:
    return spot.path && spot.path->root == Field::State && spot.path->steps.empty() ? stateOffers(spot.word)
                                                                                    : QStringList();
  case Spot::Wants::Operator:
  case Spot::Wants::Nothing:
    break;
  }
  return {};
}

bool SearchCompleter::isOffering() const {
  return m_popup->popup()->isVisible();
}

void SearchCompleter::offer() {
  const QStringList words = offers(m_field->text(), m_field->cursorPosition());
  if (words.isEmpty() || !m_field->hasFocus()) {
    m_popup->popup()->hide();
    return;
  }
  m_model->setStringList(words);
  m_popup->complete();
}

void SearchCompleter::take(const QString &word) {
  const Spot spot = search::spotAt(m_field->text(), m_field->cursorPosition());
  const bool isField = spot.wants == Spot::Wants::Field;
  QString text = m_field->text();
  text.replace(spot.start, spot.length, isField ? word + u' ' : word);
  m_field->setText(text);
  m_field->setCursorPosition(int(spot.start + word.size() + isField));
  emit m_field->textEdited(text);
}

} // namespace oxp
