// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/validityline.h"

#include "ui/editor/scansentences.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace oxp {
namespace {

constexpr double Kilo = 1'000;
constexpr double Mega = 1'000'000;
constexpr int LeastLink = 64;  // px
constexpr int AroundLink = 56; // px: the icon, and the button's own margins
constexpr int AroundText = 36; // px: the icon and the gaps

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
    , m_link(new QPushButton)
    , m_text(new TextLabel({}, Tint::Ok))
    , m_detail(new TextLabel({}, Tint::Text2)) {
  setAccessibleName(tr("Validity"));
  setObjectName(QStringLiteral("Validity"));
  for (QWidget *part :
       {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_detail), static_cast<QWidget *>(m_link)})
    part->setFont(fonts::small());
  m_detail->setElide(Qt::ElideRight);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setButtonKind(m_link, ButtonKind::Flat);
  m_link->setCursor(Qt::PointingHandCursor);
  connect(m_link, &QPushButton::clicked, this, [this] {
    if (m_validity.error)
      emit placeWanted(m_validity.error->offset);
  });
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addStretch(1); // close to the right edge, and the link may shrink
  for (QWidget *part :
       {static_cast<QWidget *>(m_icon), static_cast<QWidget *>(m_link), static_cast<QWidget *>(m_text)})
    row->addWidget(part);
  row->addWidget(m_detail);
  m_detail->setMinimumWidth(0);
  m_link->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_link->setMinimumWidth(LeastLink);
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

/// With the whole sentence, shown or not: a link that was cut must be able to grow again.
QSize ValidityLine::sizeHint() const {
  const QSize hint = QWidget::sizeHint();
  if (m_link->isHidden() || !m_validity.error)
    return hint;
  return {m_link->fontMetrics().horizontalAdvance(errorWords()) + AroundLink, hint.height()};
}

QSize ValidityLine::minimumSizeHint() const {
  return {LeastLink, QWidget::minimumSizeHint().height()};
}

/// A place comes before its reason: what does not fit is cut at the end, and the tool tip has all of it.
void ValidityLine::fitLink() {
  const QString all = errorWords();
  const QString shown =
      m_link->fontMetrics().elidedText(all, Qt::ElideRight, std::max(LeastLink, width() - AroundLink));
  m_link->setText(isVisible() ? shown : all);
  m_link->setToolTip(all);
  m_link->setAccessibleName(all);
}

/// Where room is scarce the size goes first: how much is not saved is worth more.
QString ValidityLine::fittingWords() const {
  const QString words = validWords();
  if (words.isEmpty())
    return {};
  const QString all = QStringLiteral("· ") + words;
  const QString changes = changeWords();
  const int room = width() - m_text->sizeHint().width() - AroundText;
  if (changes.isEmpty() || m_detail->fontMetrics().horizontalAdvance(all) <= room)
    return all;
  return QStringLiteral("· ") + changes;
}

void ValidityLine::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  if (m_link->isVisible())
    fitLink();
  else if (m_detail->isVisible() && m_override.isNull() && !m_validity.checking)
    m_detail->setText(fittingWords());
}

void ValidityLine::update() {
  const bool checking = m_override.isNull() && m_validity.known && m_validity.checking;
  const bool plain = !m_override.isNull() || checking;
  const bool judged = !plain && m_validity.known;
  const bool invalid = judged && !m_validity.valid;
  m_icon->setVisible(judged);
  m_icon->setIcon(invalid ? IconId::Failed : IconId::Check, invalid ? Tint::Err : Tint::Ok);
  m_link->setVisible(invalid);
  if (invalid)
    fitLink();
  m_text->setVisible(judged && !invalid);
  m_text->setText(tr("Valid JSON"));
  m_detail->setVisible(plain || (judged && !invalid));
  m_detail->setText(checking             ? tr("Checking…")
                    : plain              ? m_override
                    : judged && !invalid ? fittingWords()
                                         : QString());
  setAccessibleDescription(words());
}

} // namespace oxp
