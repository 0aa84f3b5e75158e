// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoshop.h"

namespace oxp::demo {

namespace {

constexpr qint64 Second = 1'000;
constexpr qint64 Minute = 60 * Second;

QByteArray number(qint64 value) {
  return QByteArray::number(value);
}

/// The queues that the flow goes through, from its root down.
struct FlowQueues {
  QueueBatch album;
  QueueBatch encode;
  QueueBatch thumbnail;
};

Job child(Job job, const QueueBatch &parent, const QByteArray &parentId) {
  job.parentQueue = parent.base();
  job.parentId = parentId;
  return job;
}

/// One clip of the album: an encode job that waits for its thumbnails.
void addClip(Shelf &shelf, FlowQueues &queues, const QByteArray &albumId, int clip) {
  const QByteArray id = queues.encode.add(child({.name = "encode",
                                                 .data = imageData(shelf.dice, 700 + clip),
                                                 .place = Place::WaitingChildren,
                                                 .added = shelf.now - 5 * Minute},
                                                queues.album, albumId));
  queues.album.dependsOn(albumId, queues.encode.key(id));
  const QByteArray done =
      queues.thumbnail.add(child(completedJob(shelf, "thumbnail", imageData(shelf.dice, 710 + clip),
                                              shelf.now - 4 * Minute, "{\"files\":3}"),
                                 queues.encode, id));
  queues.encode.childDone(id, queues.thumbnail.key(done), "{\"files\":3}");
  const QByteArray open = queues.thumbnail.add(child({.name = "thumbnail",
                                                      .data = imageData(shelf.dice, 720 + clip),
                                                      .place = Place::Delayed,
                                                      .added = shelf.now - 5 * Minute,
                                                      .delay = 3 * 60 * Minute},
                                                     queues.encode, id));
  queues.encode.dependsOn(id, queues.thumbnail.key(open));
}

/// Album, clips, thumbnails: three levels, partly done.
void addAlbum(Shelf &shelf, FlowQueues &queues, const QByteArray &title) {
  const QByteArray id = queues.album.add({.name = "publish",
                                          .data = "{\"title\":" + quoted(title) + ",\"clips\":2}",
                                          .place = Place::WaitingChildren,
                                          .added = shelf.now - 5 * Minute});
  const QByteArray cover = queues.encode.add(child(
      completedJob(shelf, "cover", imageData(shelf.dice, 690), shelf.now - 3 * Minute, "{\"seconds\":41.20}"),
      queues.album, id));
  queues.album.childDone(id, queues.encode.key(cover), "{\"seconds\":41.20}");
  addClip(shelf, queues, id, 1);
  addClip(shelf, queues, id, 2);
}

void fillThumbnails(Shelf &shelf, QueueBatch &thumbnail) {
  for (int i = 0; i < 250; ++i)
    thumbnail.add(completedJob(shelf, "thumbnail", imageData(shelf.dice, i),
                               shelf.now - (300 - i) * 3 * Second, "{\"files\":3}"));
  for (int i = 0; i < 412; ++i)
    thumbnail.add({.name = "thumbnail",
                   .data = imageData(shelf.dice, 1000 + i),
                   .added = shelf.now - (412 - i) * Second});
}

/// Bull 4 knows neither streams nor meta; its queue is found by its id counter.
void fillVirusScan(Shelf &shelf) {
  QueueBatch scan(Library::Bull4, "media.virus-scan", shelf.commands);
  for (int i = 0; i < 30; ++i)
    scan.add(completedJob(shelf, "__default__", imageData(shelf.dice, i), shelf.now - (40 - i) * 9 * Minute,
                          "{\"clean\":true}"));
  scan.add(failedJob(shelf, "__default__", scanData(shelf.dice), shelf.now - 25 * Minute, scanFailure()));
  scan.add({.name = "__default__", .data = imageData(shelf.dice, 77), .added = shelf.now - 9 * Second});
  scan.add({.name = "__default__",
            .data = imageData(shelf.dice, 78),
            .place = Place::Delayed,
            .added = shelf.now - Minute,
            .delay = 50 * Minute});
  scan.finish();
}

} // namespace

void fillMedia(Shelf &shelf) {
  FlowQueues queues{QueueBatch(Library::BullMq5, "media.album", shelf.commands),
                    QueueBatch(Library::BullMq5, "media.encode", shelf.commands),
                    QueueBatch(Library::BullMq5, "media.thumbnail", shelf.commands)};
  addAlbum(shelf, queues, "春节特辑 🧧");
  addAlbum(shelf, queues, "Winter 2026");
  for (int i = 5; i > 0; --i)
    queues.encode.add(failedJob(shelf, "encode", imageData(shelf.dice, 600 + i), shelf.now - i * 17 * Minute,
                                mediaFailure(shelf.dice), 2));
  queues.encode.add(activeJob(shelf, "encode", imageData(shelf.dice, 650),
                              "{\"percent\":37.5,\"step\":\"pass 1 of 2\",\"frame\":" + number(4410) + '}'));
  fillThumbnails(shelf, queues.thumbnail);
  queues.album.finish();
  queues.encode.finish();
  queues.thumbnail.finish();
  fillVirusScan(shelf);
}

} // namespace oxp::demo
