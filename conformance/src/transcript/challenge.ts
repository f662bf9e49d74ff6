/** The event by which a receiver proves itself: nobody subscribes to it, and it is answered with its own value. */
export const CHALLENGE = 'org.openwaybill.discovery.subscription.challenged';
