// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLabel>

namespace oxp {

/// A fingerprint, 16 bytes a line, to be selected and copied. Bytes in which it differs from another one are
/// bold on a tinted ground.
class FingerprintLabel : public QLabel {
  Q_OBJECT

public:
  explicit FingerprintLabel(const QByteArray &bytes, const QByteArray &other = {}, QWidget *parent = nullptr);

protected:
  void changeEvent(QEvent *event) override;

private:
  void write();

  QByteArray m_bytes, m_other;
  bool m_writing = false;
};

} // namespace oxp
