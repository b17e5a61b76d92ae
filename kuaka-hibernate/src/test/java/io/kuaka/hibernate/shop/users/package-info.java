@App("people")
package io.kuaka.hibernate.shop.users;

import io.kuaka.migration.App;
