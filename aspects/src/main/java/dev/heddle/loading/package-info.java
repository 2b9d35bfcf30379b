/**
 * The class loading: a {@link dev.heddle.loading.Realm} holds a user's classes, and their own Akka if
 * they bring one, woven as they load.
 *
 * <p>It stands in the application loader, above every Akka: nothing here may name a type of Akka,
 * Scala, {@code dev.heddle.akka}, {@code dev.heddle.api} or {@code dev.heddle.aspects}. To have more
 * classes woven touch {@link dev.heddle.loading.JoinPoints}; to move a package between the loaders
 * touch {@link dev.heddle.loading.Origin}.
 */
package dev.heddle.loading;
