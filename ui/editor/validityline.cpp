// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/validityline.h"

#include "ui/editor/scansentences.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/wrappedlink.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>

#include <initializer_list>

namespace oxp {
namespace {

constexpr double Kilo = 1'000;
constexpr double Mega = 1'000'000;
constexpr int LeastWidth = 64; // px
constexpr int Gap = 6;         // px between icon and words

QString sizeWords(qint64 bytes) {
  const QLocale locale;
  const auto size = double(bytes);
  if (size < Kilo)
    return ValidityLine::tr("%1 B").arg(locale.toString(bytes));
  if (size < Mega)
    return ValidityLine::tr("%1 KB").arg(locale.toString(size / Kilo, 'f', 1));
  return ValidityLine::tr("%1 MB").arg(locale.toString(size / Mega, 'f', 1));
}

QString dot() {
  return QStringLiteral(" · ");
}

} // namespace

ValidityLine::ValidityLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(IconId::Check, Tint::Ok))
    , m_link(new WrappedLink)
    , m_words(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_text(new TextLabel({}, Tint::Ok))
    , m_detail(new TextLabel({}, Tint::Text2)) {
  setAccessibleName(tr("Validity"));
  setObjectName(QStringLiteral("Validity"));
  for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_detail, m_link})
    part->setFont(fonts::small());
  m_text->setElide(Qt::ElideRight);
  m_detail->setElide(Qt::ElideRight);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(m_link, &QPushButton::clicked, this, [this] {
    if (m_validity.error)
      emit placeWanted(m_validity.error->offset);
  });
  m_words->setContentsMargins(0, 0, 0, 0);
  m_words->addWidget(m_text);
  m_words->addWidget(m_detail);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(Gap);
  row->addStretch(1); // close to the right edge, and the link may shrink
  row->addWidget(m_icon);
  row->addWidget(m_link);
  row->addLayout(m_words);
  update();
}

void ValidityLine::setValidity(const Validity &validity) {
  m_validity = validity;
  update();
}

void ValidityLine::setOverride(const QString &text) {
  m_override = text;
  update();
}

void ValidityLine::setWork(const QString &headline, const QString &detail, const QString &sentence) {
  const bool begins = m_work.isEmpty() && !headline.isEmpty();
  m_work = headline;
  m_workDetail = detail;
  m_workSentence = headline.isEmpty() ? QString() : sentence;
  update();
  if (begins) { // said once; its seconds can be asked for
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
  }
}

void ValidityLine::setUnsaved(bool unsaved) {
  m_unsaved = unsaved;
  update();
}

void ValidityLine::setStoredLayout(qint64 bytes) {
  m_layout = bytes;
  update();
}

void ValidityLine::hideSize() {
  m_sizeShown = false;
  update();
}

qint64 ValidityLine::storedSize() const {
  return m_layout < 0 ? m_validity.size : m_validity.compactSize + m_layout;
}

QString ValidityLine::errorWords() const {
  return tr("Line %1, column %2: %3")
      .arg(QLocale().toString(m_validity.line), QLocale().toString(m_validity.column),
           scanSentence(m_validity.error->code));
}

QString ValidityLine::validWords() const {
  QStringList parts;
  if (m_sizeShown)
    parts << sizeWords(storedSize());
  if (const QString changes = changeWords(); !changes.isEmpty())
    parts << changes;
  return parts.join(dot());
}

QString ValidityLine::changeWords() const {
  if (!m_unsaved)
    return {};
  return m_validity.changedLines > 0 ? tr("%n change(s)", nullptr, m_validity.changedLines) : tr("not saved");
}

QString ValidityLine::words() const {
  if (!m_work.isEmpty())
    return m_workSentence;
  if (!m_override.isNull())
    return m_override;
  if (!m_validity.known)
    return {};
  if (m_validity.checking)
    return tr("Checking…");
  if (!m_validity.valid)
    return errorWords();
  const QString more = validWords();
  return more.isEmpty() ? tr("Valid JSON") : tr("Valid JSON") + dot() + more;
}

QSize ValidityLine::sizeHint() const {
  return {QWidget::sizeHint().width(), m_link->sizeHint().height()};
}

QSize ValidityLine::minimumSizeHint() const {
  return {LeastWidth, m_link->sizeHint().height()};
}

bool ValidityLine::saysError() const {
  return m_work.isEmpty() && m_override.isNull() && m_validity.known && !m_validity.checking &&
         !m_validity.valid;
}

bool ValidityLine::isCrowded(int room) const {
  return saysError() && !m_link->fits(room - NormalIcon - Gap);
}

void ValidityLine::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  fit();
}

/// Beside each other where both fit, else the one below the other.
void ValidityLine::fit() {
  const bool both = !m_text->isHidden() && !m_detail->isHidden();
  const int icon = m_icon->isHidden() ? 0 : NormalIcon + Gap;
  const int wanted = m_text->sizeHint().width() + Gap +
                     m_detail->fontMetrics().horizontalAdvance(u"· "_qs + m_detailWords) + 1 + icon;
  const bool beside = !both || wanted <= width();
  m_words->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  m_words->setSpacing(beside ? Gap : 0);
  m_detail->setText(both && beside ? u"· "_qs + m_detailWords : m_detailWords);
}

void ValidityLine::update() {
  if (m_work.isEmpty())
    showWords();
  else
    showWork();
  fit();
  setToolTip(m_workSentence);
  setAccessibleDescription(words());
}

void ValidityLine::showWork() {
  m_icon->show();
  m_icon->setIcon(IconId::Delayed, Tint::Accent);
  m_link->hide();
  m_text->setTint(Tint::Text);
  m_text->setText(m_work);
  m_text->show();
  setDetail(m_workDetail);
}

void ValidityLine::showWords() {
  const bool plain = !m_override.isNull() || (m_validity.known && m_validity.checking);
  const bool judged = !plain && m_validity.known;
  const bool invalid = judged && !m_validity.valid;
  m_icon->setVisible(judged);
  m_icon->setIcon(invalid ? IconId::Failed : IconId::Check, invalid ? Tint::Err : Tint::Ok);
  m_link->setVisible(invalid);
  if (invalid)
    m_link->setSentence(errorWords());
  m_text->setTint(Tint::Ok);
  m_text->setText(tr("Valid JSON"));
  m_text->setVisible(judged && !invalid);
  setDetail(!m_override.isNull() ? m_override
            : plain              ? tr("Checking…")
            : judged && !invalid ? validWords()
                                 : QString());
}

void ValidityLine::setDetail(const QString &words) {
  m_detailWords = words;
  m_detail->setVisible(!words.isEmpty());
}

} // namespace oxp
