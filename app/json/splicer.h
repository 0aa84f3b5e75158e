// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/align.h"
#include "json/splice.h"
#include "json/surroundings.h"

namespace oxp::json {

/// Finds the splices that turn one valid text into another, leaving the white space between untouched
/// tokens alone. One use a pair of texts; splicesFor() is the way in from outside this layer.
class Splicer {
public:
  Splicer(const Tree &stored, const Tree &edited)
      : m_stored(stored)
      , m_edited(edited)
      , m_surroundings(stored) {}

  std::vector<Splice> run();
  /// The same for texts of which is known where they part; only what lies there needs hashes.
  std::vector<Splice> runFrom(const Parting &parting);

private:
  struct Container {
    quint32 begin;
    Alignment children;
    std::optional<Surroundings> around; ///< looked up when first needed
    bool object;
  };

  void compare(quint32 stored, quint32 edited);
  void compareOpen();
  void compareContainers(quint32 stored, quint32 edited, const std::optional<KnownEnds> &known = {});
  void gap(Container &in, quint32 i, quint32 iEnd, quint32 j, quint32 jEnd);
  void pair(const Container &in, quint32 i, quint32 j);
  void remove(const Container &in, quint32 i, quint32 iEnd);
  void insert(Container &in, quint32 i, quint32 j, quint32 jEnd);
  void fillEmpty(Container &in, quint32 j, quint32 jEnd);
  bool movedInto(const Container &in, quint32 j, quint32 jEnd) const;
  QByteArray childText(Container &in, quint32 j);
  const Surroundings &around(Container &in);

  void replace(qsizetype from, qsizetype to, QByteArray text) {
    m_splices.push_back({from, to - from, std::move(text)});
  }
  qsizetype beginOf(quint32 token) const { return m_stored.token(token).offset; }
  qsizetype endOf(quint32 token) const { return m_stored.token(skipValue(m_stored.scan(), token) - 1).end(); }
  /// By offset, those that touch joined, long ones without what both sides share at their ends.
  std::vector<Splice> ordered();

  const Tree &m_stored;
  const Tree &m_edited;
  SurroundingsFinder m_surroundings;
  AlignmentBudget m_budget;
  std::vector<IndexPair> m_open; ///< values still to be compared
  std::vector<Splice> m_splices;
};

/// Leaves out of a splice what the removed and the inserted bytes have in common at both ends, never
/// cutting a UTF-8 sequence.
Splice trimmed(QByteArrayView text, Splice splice);

} // namespace oxp::json
