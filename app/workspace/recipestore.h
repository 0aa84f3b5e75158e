// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/codec.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace oxp {

/// The recipes of each profile: a file a profile in the data folder, for its owner alone. Written by a
/// worker, whole or not at all, in the order of the calls. A file that cannot be understood is told and left
/// as it is until somebody sets it aside. GUI thread.
class RecipeStore : public QObject {
  Q_OBJECT

public:
  /// `folder` is made when there is something to write.
  explicit RecipeStore(QString folder, QObject *parent = nullptr);
  ~RecipeStore() override; ///< what is not written yet is written first

  /// Reads a profile's file, if that has not been done.
  void load(const QString &profileId);
  /// None until they are loaded, and where they cannot be read.
  const std::vector<recipes::Recipe> &of(const QString &profileId) const;
  /// Why a profile's file cannot be understood; nothing = it can.
  std::optional<recipes::Fault> fault(const QString &profileId) const;
  QString fileOf(const QString &profileId) const;
  /// All recipes of a profile from now on; they have no fault. False while its file cannot be understood:
  /// nothing is overwritten.
  bool save(const QString &profileId, std::vector<recipes::Recipe> recipes);
  /// Gives a file that cannot be understood another name, which it returns, so that there are none from now
  /// on. Empty where that cannot be done.
  QString setAside(const QString &profileId);
  /// The profile is no more, and its recipes go with it.
  void forget(const QString &profileId);

signals:
  void changed(const QString &profileId);
  /// What was saved last could not be written: it holds until the end of the program only.
  void unwritten(const QString &profileId, const QString &reason);

private:
  struct Kept {
    std::vector<recipes::Recipe> recipes;
    std::optional<recipes::Fault> fault;
    bool writing = false; ///< by a worker
    bool again = false;   ///< and it is older than what is here
  };
  struct Order;
  void write(const QString &profileId);
  std::function<QString()> writing(const QString &profileId, const Kept &kept);

  QString m_folder;
  std::shared_ptr<Order> m_order; ///< outlives this where a worker has not come to its end
  std::map<QString, Kept> m_kept;
};

} // namespace oxp
