// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>
#include <vector>

namespace oxp::demo {

/// The same figures at every start. (The standard's distributions differ between libraries, so none is used.)
class Dice {
public:
  /// 0 … below-1.
  int below(int limit) { return int(m_engine() % quint32(limit)); }
  bool oneIn(int chances) { return below(chances) == 0; }
  QByteArray pick(const std::vector<QByteArray> &choices) {
    return choices[size_t(below(int(choices.size())))];
  }
  QByteArray hex(int digits);
  QByteArray money();

private:
  std::mt19937 m_engine{20261122};
};

QByteArray orderId(int number);
QByteArray orderData(Dice &dice, int number);
QByteArray showcaseData();
QByteArray captureData(Dice &dice, int number);
QByteArray mailData(Dice &dice, int number);
QByteArray webhookData(Dice &dice, int number);
QByteArray stockData(Dice &dice);
QByteArray imageData(Dice &dice, int number);
/// Some 5 MB: a supplier's whole catalogue in one job.
QByteArray catalogueData(Dice &dice);
/// `{"sku": …}` and one text of a million characters.
QByteArray scanData(Dice &dice);

} // namespace oxp::demo
